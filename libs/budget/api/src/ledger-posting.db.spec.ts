import { randomUUID } from 'node:crypto';
import {
  ACCOUNT_KINDS,
  EVERYDAY_TRANSFERS,
  Ledger,
  TRANSFER_RULES,
  planAppropriation,
  planReservation,
  planReservationRelease,
  type AccountKey,
  type PlannedTransfer,
  type TransferKind,
} from '@wir/budget/domain';
import { cents, fiscalYear, type FiscalYear } from '@wir/shared/kernel';
import { PERSONAS, useTestDatabase } from '@wir/shared/testing';
import fc from 'fast-check';
import { bookingsOf, LedgerPosting } from './ledger-posting';
import { openTransactions, type OpenedTransactions } from './testing/acting-as';

const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647);
process.stdout.write(`ledger posting: SEED=${seed}\n`);

const AWARDS = [randomUUID(), randomUUID()] as const;

describe('posting to the ledger', () => {
  let opened: OpenedTransactions;
  afterAll(() => opened.close());
  const database = useTestDatabase({ seed: 'base' });
  const ledger = new LedgerPosting();
  let programmeId = '';
  let nextYear = 2100;

  beforeAll(async () => {
    opened = await openTransactions(database);
    programmeId = (await database.owner.query<{ id: string }>('SELECT id FROM programme.programme')).rows[0]?.id ?? '';
  });

  const openYears = async (): Promise<readonly [FiscalYear, FiscalYear]> => {
    const years = [fiscalYear((nextYear += 1)), fiscalYear((nextYear += 1))] as const;
    for (const year of years)
      await database.owner.query("INSERT INTO budget.budget_year (programme_id, year, state) VALUES ($1, $2, 'OPEN')", [
        programmeId,
        year,
      ]);
    return years;
  };

  const post = async (transfers: readonly PlannedTransfer[], commandKey: string | null = null): Promise<void> => {
    await opened.transactions.command(await opened.requestAs(PERSONAS.budgetOfficer), (tx) =>
      ledger.post(tx, { programmeId, commandKey, bookings: bookingsOf(transfers, { reason: 'Probe' }) }),
    );
  };

  it('says how much is free and books nothing at all when one year is short', async () => {
    const [first, second] = await openYears();
    await post(
      planAppropriation([
        { year: first, amountCents: cents(100) },
        { year: second, amountCents: cents(50) },
      ]),
    );

    const short = post(
      planReservation([
        { year: first, amountCents: cents(100) },
        { year: second, amountCents: cents(51) },
      ]),
    );

    await expect(short).rejects.toMatchObject({
      kind: 'conflict',
      code: 'budget.exceeded',
      details: { year: second, freeCents: 50, requestedCents: 51 },
    });
    const { rows } = await database.owner.query(
      "SELECT balance_cents::integer AS cents FROM budget.account WHERE kind = 'free' AND budget_year = ANY ($1) ORDER BY budget_year",
      [[first, second]],
    );
    expect(rows).toEqual([{ cents: 100 }, { cents: 50 }]);
  });

  it('names the due year whose authorisation is used up', async () => {
    const [year, due] = await openYears();
    await post([{ kind: 'AUTHORISE', year, dueYear: due, awardId: null, amountCents: cents(10) }]);

    const beyond = post([{ kind: 'USE_VE', year, dueYear: due, awardId: null, amountCents: cents(11) }]);

    await expect(beyond).rejects.toMatchObject({
      code: 'budget.authorisation-exceeded',
      details: { dueYear: due, freeCents: 10 },
    });
  });

  it('refuses a year that is unknown or takes no such booking', async () => {
    const [year] = await openYears();
    await database.owner.query(
      "UPDATE budget.budget_year SET state = 'CASH_CLOSED', version = version + 1 WHERE year = $1",
      [year],
    );

    await expect(post(planAppropriation([{ year, amountCents: cents(1) }]))).rejects.toMatchObject({
      code: 'budget.year-not-open',
      details: { year, state: 'CASH_CLOSED' },
    });
    await expect(post(planAppropriation([{ year: fiscalYear(2199), amountCents: cents(1) }]))).rejects.toMatchObject({
      code: 'budget.year-not-open',
    });
  });

  it('keeps the key of the command, which books once', async () => {
    const [year] = await openYears();
    const key = randomUUID();
    await post(planAppropriation([{ year, amountCents: cents(5) }]), key);

    await expect(post(planAppropriation([{ year, amountCents: cents(5) }]), key)).rejects.toMatchObject({
      code: '23505',
      constraint: 'transfer_booked_once',
    });
  });

  it('lets a municipality free the reservation of its own case, though it sees no account', async () => {
    const [year] = await openYears();
    const reserved = [{ year, amountCents: cents(70) }];
    const { rows: made } = await database.owner.query<{ id: string }>(
      `INSERT INTO applications.application (programme_id, call_id, module_code, applicant_id, case_number, period_start, period_end, created_by_account_id)
       SELECT c.programme_id, c.id, 'DIVERSITY_CENTRE', m.id, 'WIR-2026-9999', '2026-01-01', '2026-12-31', a.id
       FROM programme.funding_call c, programme.applicant m JOIN identity.account a ON a.applicant_id = m.id WHERE m.code = 'WI' LIMIT 1 RETURNING id`,
    );
    const applicationId = made[0]?.id ?? null;
    await post(planAppropriation(reserved));
    await opened.transactions.command(await opened.requestAs(PERSONAS.budgetOfficer), (tx) =>
      ledger.post(tx, {
        programmeId,
        commandKey: null,
        bookings: bookingsOf(planReservation(reserved), { applicationId }),
      }),
    );
    const free = async (named: string | null): Promise<void> => {
      const request = await opened.requestAs('zeichnung@wi.wir.example');
      const bookings = bookingsOf(planReservationRelease(reserved), { applicationId: named });
      await opened.transactions.command(request, (tx) => ledger.post(tx, { programmeId, commandKey: null, bookings }));
    };

    await expect(free(null)).rejects.toMatchObject({ code: '42501' });
    await free(applicationId);

    const { rows } = await database.owner.query(
      "SELECT balance_cents::integer AS cents FROM budget.account WHERE kind = 'free' AND budget_year = $1",
      [year],
    );
    expect(rows).toEqual([{ cents: 70 }]);
  });

  it('agrees with the model in memory on every booking of any sequence, and on every balance after it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 15, maxLength: 40 }), async (acts) => {
        const years = await openYears();
        let model = Ledger.withYears(years.map((year) => [year, 'OPEN'] as const));
        for (const act of [...START, ...acts]) {
          const transfer = transferOf(act, years);
          const expected = attempt(() => model.post([transfer]));
          const booked = await post([transfer]).then(() => null, codeOf);

          expect(booked).toBe(expected.code);
          model = expected.ledger ?? model;
        }
        expect(await balances(years)).toEqual(modelBalances(model, years));
      }),
      { seed, numRuns: 8, endOnFailure: true },
    );
  }, 60_000);

  const balances = async (years: readonly number[]): Promise<Record<string, number>> => {
    const { rows } = await database.owner.query<{ name: string; cents: number }>(
      `SELECT concat_ws(':', kind, budget_year, due_year, award_id) AS name, balance_cents::integer AS cents FROM budget.account
       WHERE budget_year = ANY ($1) AND balance_cents <> 0`,
      [years],
    );
    return Object.fromEntries(rows.map(({ name, cents: amount }) => [name, amount]));
  };
});

interface Act {
  readonly kind: TransferKind;
  readonly second: boolean;
  readonly award: 0 | 1;
  readonly amount: number;
}

const START: readonly Act[] = [
  { kind: 'APPROPRIATE', second: false, award: 0, amount: 1_000 },
  { kind: 'APPROPRIATE', second: true, award: 0, amount: 1_000 },
  { kind: 'AUTHORISE', second: false, award: 0, amount: 700 },
];

const anyAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...EVERYDAY_TRANSFERS),
  second: fc.boolean(),
  award: fc.constantFrom<0 | 1>(0, 1),
  amount: fc.integer({ min: 1, max: 600 }),
});

function transferOf(
  { kind, second, award, amount }: Act,
  [first, last]: readonly [FiscalYear, FiscalYear],
): PlannedTransfer {
  const { from, to } = TRANSFER_RULES[kind];
  const dueYear = from.startsWith('ve_') ? last : null;
  const awardId = from === 'committed' || to === 'committed' ? AWARDS[award] : null;
  return { kind, year: second && dueYear === null ? last : first, dueYear, awardId, amountCents: cents(amount) };
}

function attempt(deed: () => Ledger): { ledger: Ledger | null; code: string | null } {
  try {
    return { ledger: deed(), code: null };
  } catch (error) {
    return { ledger: null, code: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}

function modelBalances(model: Ledger, years: readonly [FiscalYear, FiscalYear]): Record<string, number> {
  const keys: AccountKey[] = ACCOUNT_KINDS.flatMap((kind) =>
    years.flatMap((year) => {
      const dueYear = kind.startsWith('ve_') ? years[1] : null;
      const awards = kind === 'committed' ? AWARDS : [null];
      return awards.map((awardId) => ({ kind, year, dueYear, awardId }));
    }),
  );
  const named = keys.map(
    (key) =>
      [
        [key.kind, key.year, key.dueYear, key.awardId].filter((part) => part !== null).join(':'),
        model.balance(key),
      ] as const,
  );
  return Object.fromEntries(named.filter(([, amount]) => amount !== 0));
}
