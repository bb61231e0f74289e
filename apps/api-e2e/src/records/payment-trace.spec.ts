import { driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';

interface Trace {
  readonly application: { id: string; caseNumber: string; applicantName: string; submittedBy: string | null };
  readonly notice: { id: string; noticeNumber: string; signedBy: string | null; trancheCents: number };
  readonly request: { id: string; submittedBy: string | null; amountCents: number };
  readonly check: { checkedBy: string | null; checkedFor: string | null; factual: boolean; arithmetical: boolean };
  readonly bankAccount: { version: number; iban: string; proposedBy: string | null; confirmedBy: string | null };
  readonly order: {
    id: string;
    state: string;
    amountCents: number;
    orderedBy: string | null;
    orderedFor: string | null;
    limitCents: number | null;
    documentNumber: string | null;
    valueDate: string | null;
  };
  readonly runs: readonly { id: string; runNumber: string; position: number; files: readonly { format: string }[] }[];
  readonly returns: readonly { paymentReturnId: string; line: number; outcome: string; documentNumber: string }[];
  readonly transfers: readonly { kind: string; amountCents: number }[];
  readonly events: readonly { sequence: number; action: string; actorName: string | null }[];
  readonly otherOrders: readonly string[];
}

describe('GET /payments/{orderNumber}/trace', () => {
  const api = useApi();
  const auditor = { as: PERSONAS.auditor };
  let journey: Journey;
  let orderNumber: string;
  beforeAll(async () => {
    await api.client.post(
      '/order-limits',
      {
        accountId: (
          await api.database.owner.query<{ id: string }>('SELECT id FROM identity.account WHERE email = $1', [
            PERSONAS.paymentOrderer,
          ])
        ).rows[0]?.id,
        maxCents: 50_000_000,
        validFrom: '2026-01-01',
        reason: 'Verfügung zur Anordnungsbefugnis',
      },
      { as: PERSONAS.headOfUnit },
    );
    journey = await driveToState(api.client, 'PAID', { applicant: 'WI', years: [2026, 2027] });
    const { body } = await api.client.get<{ items: { orderNumber: string }[] }>('/payment-orders?state=PAID', auditor);
    orderNumber = body.items[0]?.orderNumber ?? '';
  }, 120_000);
  const trace = async (number = orderNumber): Promise<Trace> =>
    (await api.client.get<Trace>(`/payments/${number}/trace`, auditor)).body;

  it('leads from the payment to request, check, order, run, answer, notice and application', async () => {
    const chain = await trace();

    expect(chain.application.id).toBe(journey.applicationId);
    expect(chain.notice.id).toBe(journey.noticeId);
    expect(chain.request.id).toBe(journey.requestId);
    expect(chain.check).toMatchObject({ factual: true, arithmetical: true });
    expect(chain.bankAccount.version).toBe(1);
    expect(chain.order).toMatchObject({
      state: 'PAID',
      amountCents: chain.request.amountCents,
      limitCents: 50_000_000,
    });
    expect(chain.runs).toHaveLength(1);
    expect(chain.runs[0]?.files.map(({ format }) => format)).toEqual(expect.arrayContaining(['pain.001', 'csv']));
    expect(chain.returns).toMatchObject([{ outcome: 'BOOKED', documentNumber: chain.order.documentNumber }]);
    expect(chain.transfers.map(({ kind, amountCents }) => [kind, amountCents])).toEqual([
      ['ORDER', chain.order.amountCents],
      ['PAY', chain.order.amountCents],
    ]);
    expect(chain.otherOrders).toEqual([]);
  });

  it('names each person who took part, and no two links are the same person where the law wants two', async () => {
    const { application, notice, request, check, bankAccount, order, events } = await trace();

    const persons = [application.submittedBy, notice.signedBy, request.submittedBy, check.checkedBy, order.orderedBy];
    expect(persons.every((name) => name !== null && name !== '')).toBe(true);
    expect(new Set([check.checkedBy, order.orderedBy, bankAccount.proposedBy]).size).toBe(3);
    expect(bankAccount.confirmedBy).not.toBe(bankAccount.proposedBy);
    expect(order.orderedFor).toBeNull();
    const actions = events.map(({ action }) => action);
    for (const action of ['application.submitted', 'notice.signed', 'disbursement.checked', 'disbursement.ordered'])
      expect(actions).toContain(action);
    expect(events.map(({ sequence }) => sequence)).toEqual(
      events.map(({ sequence }) => sequence).toSorted((a, b) => a - b),
    );
  });

  it('is noted as read, since it holds account and persons', async () => {
    await trace();

    const { rows } = await api.database.owner.query<{ count: string }>(
      "SELECT count(*) AS count FROM audit.read_entry WHERE object_type = 'PAYMENT_ORDER' AND path LIKE '%/payments/%/trace'",
    );
    expect(Number(rows[0]?.count)).toBeGreaterThan(0);
  });

  it.each(['WIR-2026-A-99999', 'x', 'wir-2026-a-00001', 'a'.repeat(300)])('knows no order %s (404)', async (number) => {
    expectProblem(await api.client.get(`/payments/${number}/trace`, auditor), 404, 'payment-trace.not-found');
  });

  it('is for whoever audits, leads or answers for the budget (401, 403)', async () => {
    const path = `/payments/${orderNumber}/trace`;
    const ask = async (as?: string): Promise<number> =>
      (await api.client.get(path, as === undefined ? {} : { as })).status;

    expect(await ask()).toBe(401);
    for (const as of [PERSONAS.auditor, PERSONAS.headOfUnit, PERSONAS.budgetOfficer]) expect(await ask(as)).toBe(200);
    for (const as of [PERSONAS.caseWorker, PERSONAS.paymentOrderer, PERSONAS.press, 'antrag@wi.wir.example'])
      expect(await ask(as)).toBe(403);
  });
});
