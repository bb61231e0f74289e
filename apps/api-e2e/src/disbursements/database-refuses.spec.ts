import { driveToState, type Journey } from '@wir/shared/testing';
import { useApi } from '../use-api';

describe('what the database refuses, whoever asks', () => {
  const api = useApi();
  let journey: Journey;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'EXPORTED', { applicant: 'WI' });
  });
  const owner = (sql: string, values: readonly unknown[] = []): Promise<unknown> =>
    api.database.owner.query(sql, [...values]);

  it('a second live order for one request', async () => {
    const copy = `INSERT INTO disbursements.payment_order (programme_id, disbursement_request_id, award_id, applicant_id, order_number, year, amount_cents, due_on, bank_account_id,
        iban, account_holder, remittance_text, checked_by_person_id, bank_editor_person_id, ordered_by_person_id, ordered_by_account_id)
      SELECT programme_id, disbursement_request_id, award_id, applicant_id, order_number || 'X', year, amount_cents, due_on, bank_account_id,
        iban, account_holder, remittance_text, checked_by_person_id, bank_editor_person_id, ordered_by_person_id, ordered_by_account_id
      FROM disbursements.payment_order WHERE id = $1`;
    await expect(owner(copy, [journey.orderId])).rejects.toMatchObject({ constraint: 'payment_order_one_per_request' });
  });

  it('an order by the person who checked or confirmed the bank data', async () => {
    for (const column of ['checked_by_person_id', 'bank_editor_person_id']) {
      await expect(
        owner(
          `UPDATE disbursements.payment_order SET ordered_by_person_id = ${column}, version = version + 1 WHERE id = $1`,
          [journey.orderId],
        ),
      ).rejects.toMatchObject({ constraint: 'payment_order_ordered_by_other_person' });
    }
  });

  it('a step that the process does not know, and a payment without document', async () => {
    const set = (state: string): Promise<unknown> =>
      owner('UPDATE disbursements.payment_order SET state = $2, version = version + 1 WHERE id = $1', [
        journey.orderId,
        state,
      ]);
    await expect(set('ORDERED')).rejects.toMatchObject({ constraint: 'payment_order_state_transition' });
    await expect(set('PAID')).rejects.toMatchObject({ constraint: 'payment_order_paid_has_document' });
  });

  it('any change of a run or a return file', async () => {
    await expect(owner('UPDATE disbursements.payment_run SET sum_cents = sum_cents + 1')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(owner('DELETE FROM disbursements.payment_run')).rejects.toMatchObject({ code: '42501' });
    await expect(owner('TRUNCATE disbursements.payment_return CASCADE')).rejects.toMatchObject({ code: '42501' });
  });

  it('the application without a session any row', async () => {
    for (const table of ['bank_account', 'disbursement_request', 'payment_order', 'payment_run']) {
      const { rows } = await api.database.app.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM disbursements.${table}`,
      );
      expect(rows).toEqual([{ count: 0 }]);
    }
  });
});
