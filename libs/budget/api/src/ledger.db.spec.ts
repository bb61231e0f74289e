import { randomUUID } from 'node:crypto';
import { EVERYDAY_TRANSFERS, TRANSFER_RULES, type AccountKind, type TransferKind } from '@wir/budget/domain';
import { PERSONAS, useTestDatabase } from '@wir/shared/testing';
import type { PoolClient } from 'pg';
import { connectAs } from './testing/acting-as';

const AWARD = randomUUID();
const COLUMNS = 'kind, from_account_id, to_account_id, amount_cents, award_id, value_date, command_key, line';

/** A year of its own for every rule, far from the years of the programme. */
let nextYear = 2100;

describe('the ledger, asked by the application with plain SQL', () => {
  let app: PoolClient;
  // Before the database's own, which waits until every connection has come back.
  afterAll(() => app.release(true));
  const database = useTestDatabase({ seed: 'base' });
  let programmeId: string;

  beforeAll(async () => {
    app = await connectAs(database, PERSONAS.budgetOfficer);
    programmeId = (await database.owner.query<{ id: string }>('SELECT id FROM programme.programme')).rows[0]?.id ?? '';
  });

  const openYear = async (state = 'OPEN'): Promise<number> => {
    const year = (nextYear += 1);
    await database.owner.query("INSERT INTO budget.budget_year (programme_id, year, state) VALUES ($1, $2, 'OPEN')", [
      programmeId,
      year,
    ]);
    if (state !== 'OPEN') await moveYear(year, state);
    return year;
  };

  const moveYear = async (year: number, state: string): Promise<void> => {
    for (const next of state === 'CLOSED' ? ['CASH_CLOSED', 'CLOSED'] : [state]) {
      await database.owner.query('UPDATE budget.budget_year SET state = $2, version = version + 1 WHERE year = $1', [
        year,
        next,
      ]);
    }
  };

  const account = async (kind: AccountKind, year: number): Promise<string> => {
    const due = kind.startsWith('ve_') ? year + 1 : null;
    const { rows } = await app.query<{ id: string }>('SELECT budget.account_for($1, $2, $3, $4, $5) AS id', [
      programmeId,
      kind,
      year,
      due,
      kind === 'committed' ? AWARD : null,
    ]);
    return rows[0]?.id ?? '';
  };

  const book = async (
    kind: TransferKind,
    year: number,
    amountCents: number | string,
    accounts: { from?: AccountKind; to?: AccountKind } = {},
  ): Promise<void> => {
    const from = await account(accounts.from ?? TRANSFER_RULES[kind].from, year);
    const to = await account(accounts.to ?? TRANSFER_RULES[kind].to, year);
    await app.query(`INSERT INTO budget.transfer (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, '2026-03-02', $6, 1)`, [
      kind,
      from,
      to,
      amountCents,
      AWARD,
      randomUUID(),
    ]);
  };

  /** Books what has to be booked before, so that exactly this much lies on the account the kind takes from. */
  const fill = async (target: AccountKind, year: number, amountCents: number): Promise<void> => {
    const way: Partial<Record<AccountKind, readonly TransferKind[]>> = {
      free: ['APPROPRIATE'],
      locked: ['APPROPRIATE', 'LOCK'],
      reserved: ['APPROPRIATE', 'RESERVE'],
      committed: ['APPROPRIATE', 'RESERVE', 'COMMIT'],
      ordered: ['APPROPRIATE', 'RESERVE', 'COMMIT', 'ORDER'],
      paid: ['APPROPRIATE', 'RESERVE', 'COMMIT', 'ORDER', 'PAY'],
      ve_free: ['AUTHORISE'],
      ve_used: ['AUTHORISE', 'USE_VE'],
    };
    for (const kind of way[target] ?? []) await book(kind, year, amountCents);
  };

  /** Filled while it was open, then in a state that takes this kind. */
  const readyYear = async (kind: TransferKind, amountCents: number): Promise<number> => {
    const { from, yearStates } = TRANSFER_RULES[kind];
    const year = await openYear();
    await fill(from, year, amountCents);
    if (!yearStates.includes('OPEN')) await moveYear(year, yearStates[0] ?? 'OPEN');
    return year;
  };

  /** Where both ends are at their limit, PostgreSQL names whichever account it comes to first. */
  const AT_ITS_END: unknown = expect.stringMatching(/^account_(never_overdrawn|source_never_positive)$/);

  describe.each(EVERYDAY_TRANSFERS)('a transfer %s', (kind) => {
    const { from, to } = TRANSFER_RULES[kind];

    it('moves all there is, and not one cent more', async () => {
      const year = await readyYear(kind, 1_000);

      const isSource = from === 'appropriation' || from === 've_authorised';
      if (!isSource)
        await expect(book(kind, year, 1_001)).rejects.toMatchObject({
          code: '23514',
          constraint: AT_ITS_END,
        });
      await expect(book(kind, year, 1_000)).resolves.toBeUndefined();
      if (!isSource)
        await expect(book(kind, year, 1)).rejects.toMatchObject({
          code: '23514',
          constraint: AT_ITS_END,
        });
    });

    it.each([0, -1, -1_000, 1_000_000_000_001])('is refused with the amount %d', async (amount) => {
      const year = await openYear();
      await fill(from, year, 1_000);

      await expect(book(kind, year, amount)).rejects.toMatchObject({
        code: '23514',
        constraint: 'transfer_amount_positive',
      });
    });

    if (!TRANSFER_RULES[kind].yearStates.includes('CLOSED'))
      it('is refused in a closed year', async () => {
        const year = await openYear();
        await fill(from, year, 1_000);
        await moveYear(year, 'CLOSED');

        await expect(book(kind, year, 1_000)).rejects.toMatchObject({
          code: '23514',
          constraint: 'transfer_year_accepts_bookings',
        });
      });

    it('is refused between other accounts', async () => {
      const year = await openYear();
      await fill(from, year, 1_000);
      const wrong: AccountKind =
        to === 'lapsed' ? 'locked' : to.startsWith('ve_') ? (to === 've_free' ? 've_used' : 've_authorised') : 'lapsed';
      const target = wrong === from ? 've_authorised' : wrong;

      await expect(book(kind, year, 1_000, { to: target })).rejects.toMatchObject({
        code: '23514',
        constraint: 'transfer_kind_fits_accounts',
      });
      await expect(book(kind, year, 1_000, { from: to, to: from })).rejects.toMatchObject({
        code: '23514',
        constraint: expect.stringMatching(/transfer_kind_fits_accounts/),
      });
    });

    it('cannot be changed, deleted or dated back once it is booked', async () => {
      const year = await readyYear(kind, 1_000);
      await book(kind, year, 1_000);
      const ofThisKind = `kind = '${kind}'`;
      const accounts = [await account(from, year), await account(to, year)];
      const values = `('${kind}', '${accounts[0]}', '${accounts[1]}', 1, '${AWARD}', '2026-03-02', '${randomUUID()}', 1`;

      for (const statement of [
        `UPDATE budget.transfer SET amount_cents = 1 WHERE ${ofThisKind}`,
        `UPDATE budget.transfer SET reason = 'anders' WHERE ${ofThisKind}`,
        `DELETE FROM budget.transfer WHERE ${ofThisKind}`,
        'TRUNCATE budget.transfer',
        `INSERT INTO budget.transfer (${COLUMNS}, booked_at) VALUES ${values}, '2020-01-01')`,
        `INSERT INTO budget.transfer (${COLUMNS}, booked_by) VALUES ${values}, '${randomUUID()}')`,
        `INSERT INTO budget.transfer (${COLUMNS}, id) OVERRIDING SYSTEM VALUE VALUES ${values}, 1)`,
      ]) {
        await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
      }
    });
  });

  it.each([
    'ALTER TABLE budget.transfer DISABLE TRIGGER ALL',
    'ALTER TABLE budget.transfer DISABLE TRIGGER transfer_applies',
    'DROP TRIGGER transfer_append_only ON budget.transfer',
    'SET session_replication_role = replica',
    'ALTER TABLE budget.transfer DISABLE ROW LEVEL SECURITY',
    'SET ROLE wir_owner',
    'UPDATE budget.account SET balance_cents = balance_cents + 1',
    "INSERT INTO budget.account (programme_id, kind, budget_year) VALUES (gen_random_uuid(), 'free', 2026)",
    'DELETE FROM budget.account',
    "UPDATE budget.transfer_rule SET year_states = '{CLOSED}'",
    "INSERT INTO budget.budget_year (programme_id, year, state) SELECT programme_id, 2150, 'OPEN' FROM budget.budget_year LIMIT 1",
    'DELETE FROM budget.budget_year',
  ])('refuses the application: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('refuses to move a year backwards', async () => {
    const year = await openYear('CLOSED');

    const reopened = app.query("UPDATE budget.budget_year SET state = 'OPEN', version = version + 1 WHERE year = $1", [
      year,
    ]);

    await expect(reopened).rejects.toMatchObject({ code: '23514', constraint: 'budget_year_state_transition' });
  });

  it('books the line of a command once', async () => {
    const year = await openYear();
    const [from, to] = [await account('appropriation', year), await account('free', year)];
    const again = [
      `INSERT INTO budget.transfer (${COLUMNS}) VALUES ('APPROPRIATE', $1, $2, 5, NULL, '2026-03-02', $3, 1)`,
      [from, to, randomUUID()],
    ] as const;
    await app.query(again[0], [...again[1]]);

    await expect(app.query(again[0], [...again[1]])).rejects.toMatchObject({
      code: '23505',
      constraint: 'transfer_booked_once',
    });
  });

  it('takes no booking without a session', async () => {
    const year = await openYear();
    const [from, to] = [await account('appropriation', year), await account('free', year)];

    const anonymous = database.app.query(
      `INSERT INTO budget.transfer (${COLUMNS}) VALUES ('APPROPRIATE', $1, $2, 5, NULL, '2026-03-02', $3, 1)`,
      [from, to, randomUUID()],
    );

    await expect(anonymous).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps even the owner from changing what is booked', async () => {
    for (const statement of [
      'UPDATE budget.transfer SET amount_cents = 1',
      'DELETE FROM budget.transfer',
      'TRUNCATE budget.transfer CASCADE',
    ]) {
      await expect(database.owner.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('lets the auditor read everything and write nothing', async () => {
    await expect(database.auditor.query('SELECT count(*) FROM budget.transfer')).resolves.toMatchObject({
      rowCount: 1,
    });
    await expect(
      database.auditor.query(`INSERT INTO budget.transfer (${COLUMNS}) SELECT ${COLUMNS} FROM budget.transfer`),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
