import { aReturnFile, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import { moreInstalments } from './more-instalments';

interface Reconciliation {
  readonly ok: boolean;
  readonly legs: Readonly<Record<'application' | 'ledger' | 'exported' | 'returned', { count: number; cents: number }>>;
  readonly differences: readonly {
    orderNumber: string;
    caseNumber: string;
    what: string;
    applicationCents: number;
    ledgerCents: number;
    exportedCents: number;
    returnedCents: number;
  }[];
  readonly open: { ordered: object; exportedUnanswered: object; discrepancies: object };
}

const OFFICER = { as: PERSONAS.budgetOfficer };

const berlinDay = (moment: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date(moment));

describe('GET /payment-reconciliation', () => {
  const api = useApi();
  let journey: Journey;
  let paid: Journey;
  let open: Journey;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'BANK_CONFIRMED', { applicant: 'WI' });
    const made = await moreInstalments(journey, [1_000_000, 2_000_000], 'EXPORTED');
    await moreInstalments(journey, [3_000_000], 'ORDERED');
    [paid, open] = made as [Journey, Journey];
    const rows = [
      { orderNumber: paid.orderNumber, status: 'PAID', amountCents: 1_000_000 },
      { orderNumber: paid.orderNumber, status: 'REPAID', amountCents: 400_000, documentNumber: 'R-1' },
    ];
    await api.client.upload('/payment-returns', aReturnFile(rows), {}, OFFICER);
  }, 120_000);

  const now = async (): Promise<Reconciliation> =>
    (await api.client.get<Reconciliation>('/payment-reconciliation', OFFICER)).body;
  const owner = (sql: string, ...values: unknown[]): Promise<unknown> => api.database.owner.query(sql, values);
  const moveTo = (day: string): Promise<unknown> =>
    api.client.put('/demo/clock', { now: `${day}T10:00:00+01:00` }, { ...OFFICER, ifMatch: 1 });
  const found = async (): Promise<readonly { state: string; orderNumber: string; detail: string }[]> =>
    (
      await api.client.get<{ items: { state: string; orderNumber: string; detail: string }[] }>(
        '/payment-discrepancies?kind=RECONCILIATION',
        OFFICER,
      )
    ).body.items;

  /** As somebody with the owner's password would, past every trigger. */
  async function plant(
    table: string,
    sql: string,
    revert: string,
    id: string,
    work: () => Promise<void>,
  ): Promise<void> {
    const past = async (statement: string): Promise<void> => {
      await owner(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await owner(statement, id);
      await owner(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    };
    await past(sql);
    try {
      await work();
    } finally {
      await past(revert);
    }
  }

  it('asks for the right', async () => {
    for (const path of ['/payment-reconciliation', '/payment-reconciliation/history']) {
      expectProblem(await api.client.get(path), 401, 'auth.not-signed-in');
      for (const as of [PERSONAS.caseWorker, PERSONAS.paymentOrderer, journey.editor])
        expectProblem(await api.client.get(path, { as }), 403, 'auth.forbidden');
      expect((await api.client.get(path, { as: PERSONAS.auditor })).status).toBe(200);
    }
  });

  it('agrees on all legs and names what is open', async () => {
    const leg = { count: 1, cents: 1_000_000 };

    expect(await now()).toMatchObject({
      ok: true,
      legs: { application: leg, ledger: leg, exported: leg, returned: leg },
      differences: [],
      open: {
        ordered: { count: 1, cents: 3_000_000 },
        exportedUnanswered: { count: 1, cents: 2_000_000, oldestOn: '2026-03-02' },
        discrepancies: { count: 0 },
      },
    });
  });

  it.each([
    [
      'application',
      'disbursements.payment_order',
      'amount_cents',
      'id',
      'Auszahlung',
      1_000_001,
      1_000_000,
      1_000_000,
      1_000_000,
    ],
    [
      'ledger',
      'budget.transfer',
      'amount_cents',
      `kind = 'PAY' AND payment_order_id`,
      'Auszahlung',
      1_000_000,
      1_000_001,
      1_000_000,
      1_000_000,
    ],
    [
      'export',
      'disbursements.payment_run_line',
      'amount_cents',
      'payment_order_id',
      'Auszahlung',
      1_000_000,
      1_000_000,
      1_000_001,
      1_000_000,
    ],
    [
      'return',
      'disbursements.payment_return_row',
      'amount_cents',
      `outcome = 'BOOKED' AND payment_order_id`,
      'Auszahlung',
      1_000_000,
      1_000_000,
      1_000_000,
      1_000_001,
    ],
    [
      'repayment',
      'disbursements.repayment',
      'amount_cents',
      'payment_order_id',
      'Rückzahlung',
      400_001,
      400_000,
      400_001,
      400_000,
    ],
  ])('names the order of a cent planted in the %s', async (_leg, table, column, key, what, ...cents) => {
    const change = (by: string): string => `UPDATE ${table} SET ${column} = ${column} ${by} WHERE ${key} = $1`;
    await plant(table, change('+ 1'), change('- 1'), paid.orderId, async () => {
      const [applicationCents, ledgerCents, exportedCents, returnedCents] = cents;
      expect(await now()).toMatchObject({
        ok: false,
        differences: [
          { orderNumber: paid.orderNumber, what, applicationCents, ledgerCents, exportedCents, returnedCents },
        ],
      });
    });
    expect((await now()).ok).toBe(true);
  });

  it('names an unanswered order whose exported amount is another', async () => {
    const change = (by: string): string =>
      `UPDATE disbursements.payment_run_line SET amount_cents = amount_cents ${by} WHERE payment_order_id = $1`;
    await plant('disbursements.payment_run_line', change('- 1'), change('+ 1'), open.orderId, async () => {
      expect((await now()).differences).toMatchObject([
        { orderNumber: open.orderNumber, what: 'Ausgabe an die Kasse', exportedCents: 1_999_999 },
      ]);
    });
  });

  it('is kept every night, opens a case once per difference and closes it when it is gone', async () => {
    const change = (by: string): string =>
      `UPDATE disbursements.payment_run_line SET amount_cents = amount_cents ${by} WHERE payment_order_id = $1`;
    await moveTo('2026-03-03');
    await plant('disbursements.payment_run_line', change('+ 1'), change('- 1'), paid.orderId, async () => {
      await moveTo('2026-03-05');
    });
    expect(await found()).toMatchObject([
      { state: 'OPEN', orderNumber: paid.orderNumber, detail: expect.stringContaining('10.000,01 €') },
    ]);
    await moveTo('2026-03-06');

    expect(await found()).toMatchObject([{ state: 'RESOLVED' }]);
    const history = await api.client.get<{ items: { ok: boolean; checkedAt: string; openCount: number }[] }>(
      '/payment-reconciliation/history?pageSize=4',
      OFFICER,
    );
    expect(history.body.items.map(({ ok, checkedAt }) => [berlinDay(checkedAt), ok])).toEqual([
      ['2026-03-06', true],
      ['2026-03-05', false],
      ['2026-03-04', false],
      ['2026-03-03', true],
    ]);
  });
});
