import { aReturnFile, driveToState, PERSONAS, type Answer, type Journey, type ReturnRow } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import { aStatement } from './camt-statement';
import { moreInstalments } from './more-instalments';

interface Report {
  readonly dryRun: boolean;
  readonly format: string;
  readonly bookedCents: number;
  readonly rows: readonly { outcome: string; code?: string; amountCents: number; discrepancyId: string | null }[];
  readonly totals: readonly { outcome: string; count: number; amountCents: number }[];
}

interface Discrepancy {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly orderNumber: string;
  readonly assignee: string | null;
  readonly actions: readonly { action: string; allowed: boolean; reasonCode: string | null }[];
}

type File = ReturnType<typeof aReturnFile>;
const OFFICER = { as: PERSONAS.budgetOfficer };
const UNKNOWN = '33333333-3333-4333-8333-333333333333';

describe('what the cash office answers', () => {
  const api = useApi();
  let journey: Journey;
  let [first, second, third, fourth]: Journey[] = [];
  beforeAll(async () => {
    journey = await driveToState(api.client, 'BANK_CONFIRMED', { applicant: 'WI' });
    [first, second, third, fourth] = await moreInstalments(
      journey,
      [1_000_000, 2_000_000, 3_000_000, 500_000],
      'EXPORTED',
    );
  }, 120_000);

  const of = (made: Journey | undefined): Journey => {
    if (made === undefined) throw new Error('The instalment was not made');
    return made;
  };
  const row = (made: Journey | undefined, overrides: Partial<ReturnRow> = {}): ReturnRow => ({
    orderNumber: of(made).orderNumber,
    status: 'PAID',
    amountCents: of(made).options.instalmentCents,
    ...overrides,
  });
  const preview = (file: File, as?: string): Promise<Answer<Report>> =>
    api.client.upload<Report>('/payment-returns/preview', file, {}, { as, idempotencyKey: null });
  const book = (file: File): Promise<Answer<Report>> =>
    api.client.upload<Report>('/payment-returns', file, {}, OFFICER);
  const request = async (made: Journey | undefined): Promise<{ state: string; repaidCents: number }> =>
    (
      await api.client.get<{ state: string; repaidCents: number }>(
        `/disbursement-requests/${of(made).requestId}`,
        OFFICER,
      )
    ).body;
  const discrepancies = async (query: string): Promise<readonly Discrepancy[]> =>
    (await api.client.get<{ items: Discrepancy[] }>(`/payment-discrepancies?${query}`, OFFICER)).body.items;
  const act = (id: string, step: string, body: object, as: string): Promise<Answer<Discrepancy>> =>
    api.client.post<Discrepancy>(`/payment-discrepancies/${id}/${step}`, body, { as });

  it('is tried out without booking or keeping anything', async () => {
    const file = aReturnFile([row(first), row(second, { amountCents: 1_999_999 })]);
    expectProblem(await preview(file), 401, 'auth.not-signed-in');
    expectProblem(await preview(file, PERSONAS.paymentOrderer), 403, 'auth.forbidden');
    const before = await api.client.get<{ total: number }>('/payment-returns', OFFICER);

    const tried = await preview(file, PERSONAS.budgetOfficer);
    const broken = await preview({ ...file, content: file.content.slice(0, 80) }, PERSONAS.budgetOfficer);

    expect(tried.status).toBe(200);
    expect(tried.body).toMatchObject({
      dryRun: true,
      format: 'CSV',
      bookedCents: 1_000_000,
      rows: [{ outcome: 'BOOKED' }, { outcome: 'REJECTED', code: 'payment-return.amount-different' }],
      totals: [
        { outcome: 'BOOKED', count: 1, amountCents: 1_000_000 },
        { outcome: 'REJECTED', count: 1, amountCents: 1_999_999 },
      ],
    });
    expectProblem(broken, 422, 'payment-return.truncated', { dryRun: true, rejected: true });
    expect((await request(first)).state).toBe('EXPORTED');
    expect(await discrepancies('')).toEqual([]);
    expect((await api.client.get<{ total: number }>('/payment-returns', OFFICER)).body.total).toBe(before.body.total);
  });

  it('comes as camt.053 too: paid and bounced in one statement leave nothing paid', async () => {
    const { orderNumber } = of(first);
    const amountCents = 1_000_000;
    const file = aStatement([
      { orderNumber, amountCents, side: 'DBIT', reference: 'BANK-1' },
      { orderNumber, amountCents, side: 'CRDT', reference: 'BANK-2', returnReason: 'AC04' },
      { orderNumber: 'NOTPROVIDED', amountCents: 4_200, side: 'CRDT', reference: 'BANK-3', text: 'Miete' },
    ]);

    const tried = await preview(file, PERSONAS.budgetOfficer);
    const booked = await book(file);
    const again = await book(file);

    const outcomes = ({ body }: Answer<Report>): string[] => body.rows.map(({ outcome }) => outcome);
    expect(booked.body.format).toBe('CAMT_053');
    expect(outcomes(booked)).toEqual(['BOOKED', 'RETURNED', 'REJECTED']);
    expect(outcomes(tried)).toEqual(outcomes(booked));
    expect(outcomes(again)).toEqual(['REPEATED', 'REPEATED', 'REJECTED']);
    expect(again.body.rows[2]?.discrepancyId).toBe(booked.body.rows[2]?.discrepancyId);
    expect(await request(first)).toMatchObject({ state: 'PAID', repaidCents: amountCents });
    const { body } = await api.client.get<{ years: { year: number }[] }>('/budget', OFFICER);
    expect(body.years.find(({ year }) => year === 2026)).toMatchObject({ paidCents: 0, returnedCents: amountCents });
    expect(await discrepancies('kind=UNMATCHED_REPAYMENT')).toHaveLength(1);
  });

  it('brings repayments in, never more than was paid', async () => {
    const back = (amountCents: number, documentNumber: string): ReturnRow =>
      row(second, { status: 'REPAID', amountCents, documentNumber, valueDate: '2026-03-09' });
    const answer = await book(
      aReturnFile([row(second), back(1_500_000, 'R-1'), back(500_001, 'R-2'), back(500_000, 'R-3'), back(1, 'R-4')]),
    );

    expect(answer.body.rows.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['BOOKED', undefined],
      ['REPAID', undefined],
      ['REJECTED', 'payment-return.repayment-too-high'],
      ['REPAID', undefined],
      ['REJECTED', 'payment-return.repayment-too-high'],
    ]);
    expect(await request(second)).toMatchObject({ repaidCents: 2_000_000 });
    expect(await discrepancies('kind=OVERPAID_REPAYMENT&state=OPEN')).toHaveLength(2);
    const orders = await api.client.get<{ items: { repaidCents: number }[] }>(
      `/payment-orders?search=${of(second).orderNumber}`,
      OFFICER,
    );
    expect(orders.body.items).toMatchObject([{ repaidCents: 2_000_000 }]);
    await expect(
      api.database.owner.query(
        `INSERT INTO disbursements.repayment (payment_order_id, applicant_id, payment_return_id, line, kind, amount_cents, value_date, document_number, booked_by_account_id)
         SELECT payment_order_id, applicant_id, payment_return_id, 9, kind, 1, value_date, 'R-9', booked_by_account_id FROM disbursements.repayment WHERE document_number = 'R-3'`,
      ),
    ).rejects.toThrow('more would come back than was paid');
  });

  it('settles a different amount by a later row with the right one', async () => {
    const wrong = await book(aReturnFile([row(third, { amountCents: 2_999_999 })]));
    const [{ discrepancyId } = { discrepancyId: null }] = wrong.body.rows;
    const twice = await book(aReturnFile([row(third, { amountCents: 2_999_999 })]));
    expect(twice.body.rows[0]?.discrepancyId).toBe(discrepancyId);
    expect(await discrepancies(`search=${of(third).orderNumber}`)).toMatchObject([
      { id: discrepancyId, kind: 'DIFFERENT_AMOUNT', state: 'OPEN' },
    ]);

    await book(aReturnFile([row(third)]));

    expect(await discrepancies(`search=${of(third).orderNumber}`)).toMatchObject([{ state: 'RESOLVED' }]);
    const contradicted = await book(aReturnFile([row(third, { documentNumber: 'B-OTHER' })]));
    expect(contradicted.body.rows).toMatchObject([{ code: 'payment-return.already-booked' }]);
    expect(await discrepancies('kind=ALREADY_PAID&state=OPEN')).toHaveLength(1);
  });

  it('leaves a case that is taken on, explained, or waived by another person', async () => {
    const file = aReturnFile([1, 2].map((number) => row(fourth, { orderNumber: `WIR-2026-A-0990${number}` })));
    const { rows } = (await book(file)).body;
    const [one = '', two = ''] = rows.map(({ discrepancyId }) => discrepancyId ?? '');

    const resolution = { note: 'Fremder Zahlungslauf', documentReference: 'SAP 4711' };
    expectProblem(await act(one, 'assignment', {}, PERSONAS.auditor), 403, 'auth.forbidden');
    expectProblem(await act(one, 'resolution', resolution, PERSONAS.caseWorker), 403, 'auth.forbidden');
    expectProblem(await act(one, 'waiver', { reason: 'x' }, PERSONAS.paymentOrderer), 403, 'auth.forbidden');
    expectProblem(await api.client.get('/payment-discrepancies'), 401, 'auth.not-signed-in');
    expectProblem(await api.client.get('/payment-discrepancies', { as: journey.editor }), 403, 'auth.forbidden');
    expectProblem(await act(UNKNOWN, 'assignment', {}, PERSONAS.budgetOfficer), 404, 'payment-discrepancy.not-found');
    expectProblem(
      await api.client.get(`/payment-discrepancies/${UNKNOWN}`, OFFICER),
      404,
      'payment-discrepancy.not-found',
    );
    const worker = await api.client.get<{ id: string }>('/me', { as: PERSONAS.caseWorker });
    expectProblem(
      await act(one, 'assignment', { assigneeAccountId: worker.body.id }, PERSONAS.budgetOfficer),
      422,
      'payment-discrepancy.assignee-unknown',
    );

    expect((await act(one, 'assignment', {}, PERSONAS.paymentOrderer)).body.state).toBe('ASSIGNED');
    const taken = await act(one, 'assignment', {}, PERSONAS.budgetOfficerSecond);
    expect(taken.body.actions.find(({ action }) => action === 'waive')).toMatchObject({
      allowed: false,
      reasonCode: 'payment-discrepancy.same-person',
    });
    for (const as of [PERSONAS.budgetOfficer, PERSONAS.budgetOfficerSecond])
      expectProblem(await act(one, 'waiver', { reason: 'gering' }, as), 403, 'payment-discrepancy.same-person');
    expect((await act(one, 'waiver', { reason: 'gering' }, PERSONAS.headOfUnit)).body.state).toBe('WAIVED');
    expectProblem(
      await act(one, 'waiver', { reason: 'gering' }, PERSONAS.headOfUnit),
      409,
      'payment-discrepancy.wrong-state',
    );

    expectProblem(await act(two, 'resolution', { note: 'geklärt' }, PERSONAS.budgetOfficer), 400, 'input.invalid');
    expect((await act(two, 'resolution', resolution, PERSONAS.budgetOfficer)).body).toMatchObject({
      state: 'RESOLVED',
      documentReference: 'SAP 4711',
      resolution: 'Fremder Zahlungslauf',
    });
    expectProblem(
      await act(two, 'resolution', resolution, PERSONAS.budgetOfficer),
      409,
      'payment-discrepancy.wrong-state',
    );
    await expect(
      api.database.owner.query(
        `UPDATE disbursements.payment_discrepancy SET state = 'OPEN', settled_at = NULL, resolution = NULL, version = version + 1 WHERE id = $1`,
        [two],
      ),
    ).rejects.toThrow('illegal state change');
  });

  it('is found again with all its rows, and unknown ids are not (404)', async () => {
    const list = await api.client.get<{ items: { id: string }[] }>('/payment-returns', OFFICER);
    const id = list.body.items[0]?.id ?? '';

    expect((await api.client.get<Report>(`/payment-returns/${id}`, OFFICER)).body.rows.length).toBeGreaterThan(0);
    expectProblem(await api.client.get(`/payment-returns/${UNKNOWN}`, OFFICER), 404, 'payment-return.not-found');
    expectProblem(await api.client.get(`/payment-returns/${id}`, { as: journey.editor }), 403, 'auth.forbidden');
  });
});
