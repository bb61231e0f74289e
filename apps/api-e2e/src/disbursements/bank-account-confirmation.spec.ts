import { driveToState, PERSONAS, startJourney, type Journey } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';

interface BankAccount {
  readonly id: string;
  readonly state: string;
  readonly confirmedBy: string | null;
  readonly actions: readonly {
    readonly action: string;
    readonly allowed: boolean;
    readonly reasonCode: string | null;
  }[];
}

describe('POST /bank-accounts/{id}/confirmation', () => {
  const api = useApi();
  let journey: Journey;
  let path: string;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'DECLARED', { applicant: 'WI' });
    path = `/bank-accounts/${journey.bankAccountId}/confirmation`;
  });

  it('asks for a session, the right and the key', async () => {
    expectProblem(await api.client.post(path), 401, 'auth.not-signed-in');
    expectProblem(await api.client.post(path, {}, { as: journey.signatory }), 403, 'auth.forbidden');
    expectProblem(await api.client.post(path, {}, { as: PERSONAS.paymentOrderer }), 403, 'auth.forbidden');
    expectProblem(
      await api.client.post(path, {}, { as: PERSONAS.caseWorker, idempotencyKey: null }),
      428,
      'idempotency.key-missing',
    );
    expectProblem(await api.client.post(path, { iban: 'X' }, { as: PERSONAS.caseWorker }), 400, 'input.invalid');
    expectProblem(
      await api.client.post('/bank-accounts/x/confirmation', {}, { as: PERSONAS.caseWorker }),
      400,
      'input.not-a-uuid',
    );
    expectProblem(
      await api.client.post(
        '/bank-accounts/00000000-0000-4000-8000-000000000000/confirmation',
        {},
        { as: PERSONAS.caseWorker },
      ),
      404,
      'bank-account.not-found',
    );
  });

  it('is refused to the person who gave the bank data, through whatever account', async () => {
    await api.database.owner.query(
      'UPDATE identity.account SET person_id = (SELECT person_id FROM identity.account WHERE email = $1) WHERE email = $2',
      [journey.signatory, PERSONAS.caseWorkerSecond],
    );
    expectProblem(
      await api.client.post(path, {}, { as: PERSONAS.caseWorkerSecond }),
      403,
      'bank-account.confirmer-is-proposer',
    );
    const list = await api.client.get<{ items: BankAccount[] }>('/bank-accounts?state=PROPOSED', {
      as: PERSONAS.caseWorkerSecond,
    });
    expect(list.body.items[0]?.actions).toEqual([
      { action: 'confirm', allowed: false, reasonCode: 'bank-account.confirmer-is-proposer' },
    ]);
  });

  it('confirms once and supersedes what was confirmed before', async () => {
    const confirmed = await api.client.post<BankAccount>(path, {}, { as: PERSONAS.caseWorker });
    expect(confirmed).toMatchObject({ status: 200, body: { state: 'CONFIRMED', confirmedBy: 'Sabine Berger' } });
    expectProblem(await api.client.post(path, {}, { as: PERSONAS.caseWorker }), 409, 'bank-account.wrong-state');

    const award = await api.client.get<{ version: number }>(`/awards/${journey.awardId}`, { as: journey.signatory });
    const body = { iban: 'DE75512108001245126199', accountHolder: 'Stadtkasse' };
    const declared = await api.client.put<{ bankAccount: BankAccount }>(
      `/awards/${journey.awardId}/declaration`,
      body,
      {
        as: journey.signatory,
        ifMatch: award.body.version,
      },
    );
    await api.client.post(
      `/bank-accounts/${declared.body.bankAccount.id}/confirmation`,
      {},
      { as: PERSONAS.caseWorker },
    );

    const list = await api.client.get<{ items: BankAccount[] }>('/bank-accounts?sort=proposedAt', {
      as: PERSONAS.caseWorker,
    });
    expect(list.body.items.map(({ state }) => state)).toEqual(['SUPERSEDED', 'CONFIRMED']);
  });

  it('shows a municipality its own bank data only, and no person of the authority', async () => {
    const own = await api.client.get<{ items: BankAccount[] }>('/bank-accounts?state=CONFIRMED', {
      as: journey.editor,
    });
    expect(own.body.items).toMatchObject([{ confirmedBy: 'Bewilligungsbehörde', actions: [] }]);
    const stranger = startJourney(api.client, { applicant: 'DA' }).editor;
    expect((await api.client.get('/bank-accounts', { as: stranger })).body).toMatchObject({ items: [], total: 0 });
  });
});
