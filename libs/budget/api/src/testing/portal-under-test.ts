import { randomUUID } from 'node:crypto';
import {
  planCommitmentRelease,
  planPayment,
  planReservation,
  planReservationRelease,
  planSignature,
  TRANSFER_RULES,
  type PlannedTransfer,
  type TransferKind,
  type YearAmount,
} from '@wir/budget/domain';
import type { CurrentRequest, Transactions, Tx } from '@wir/shared/api';
import { cents, fiscalYear, localDate } from '@wir/shared/kernel';
import { PERSONAS, type TestDatabase } from '@wir/shared/testing';
import type { PoolClient } from 'pg';
import { BudgetActQueries } from '../acts/budget-act.queries';
import type { CreateBudgetActDto } from '../acts/budget-act.dto';
import { DecideBudgetAct } from '../acts/decide-budget-act';
import { InsertBudgetAct } from '../acts/insert-budget-act';
import { ProposeBudgetAct } from '../acts/propose-budget-act';
import { AuthorisationLapseJob } from '../authorisation-lapse-job';
import { BudgetQueries } from '../data/budget.queries';
import { reservedYears } from '../data/reserved-years';
import { bookingsOf, LedgerPosting, type TransferReferences } from '../ledger-posting';
import { BudgetLineQueries } from '../lines/budget-line.queries';
import { MoveBudgetYear } from '../move-budget-year';
import { connectAs, type OpenedTransactions } from './acting-as';
import type { LedgerOracle, Movement, YearState } from './ledger-oracle';
import type { ActContent, Officer, RandomAct, Share } from './programme-oracle';

const MEANINGS: Readonly<Record<string, string>> = {
  transfer_order_once: 'booked already',
  transfer_pay_once: 'booked already',
  transfer_balanced_needs_act: 'act missing',
  transfer_year_accepts_bookings: 'budget.year-not-open',
  account_never_overdrawn: 'too little',
  account_source_never_positive: 'too little',
};
const BALANCES = `
SELECT a.kind || ' ' || a.budget_year || coalesce('>' || a.due_year, '') || coalesce('#' || a.award_id, '') || CASE WHEN l.is_main THEN '' ELSE '@' || l.code END AS name,
  a.balance_cents::float8 AS cents FROM budget.account a JOIN budget.line l ON l.id = a.line_id WHERE a.balance_cents <> 0`;
const PLAIN = `
INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, value_date, command_key, line)
VALUES ($1, budget.account_in_line($2, $3, $5, $6, NULL, $7), budget.account_in_line($2, $4, $5, $6, NULL, $8), $9, '2026-03-02', $10, 1)`;

/** The product's own commands on a test database, asked for what a random act says. */
export class PortalUnderTest {
  private readonly ledger = new LedgerPosting();
  private readonly acts = new Map<string, string>();
  private readonly awards = new Map<string, { readonly open: readonly YearAmount[]; readonly signingYear: number }>();
  private readonly use: { propose: ProposeBudgetAct; decide: DecideBudgetAct; year: MoveBudgetYear };
  private readonly lapse: AuthorisationLapseJob;

  private constructor(
    private readonly database: TestDatabase,
    private readonly transactions: Transactions,
    private readonly officers: Readonly<Record<Officer, CurrentRequest>>,
    private readonly plain: PoolClient,
    private readonly programmeId: string,
    private readonly lines: Readonly<Record<'main' | 'two', string>>,
  ) {
    const [budget, acts] = [new BudgetQueries(), new BudgetActQueries()];
    this.use = {
      propose: new ProposeBudgetAct(
        transactions,
        budget,
        new BudgetLineQueries(),
        acts,
        new InsertBudgetAct(),
        this.ledger,
      ),
      decide: new DecideBudgetAct(transactions, acts, this.ledger),
      year: new MoveBudgetYear(transactions, this.ledger, budget),
    };
    this.lapse = Reflect.construct(AuthorisationLapseJob, [null, this.ledger]);
  }

  static async open(database: TestDatabase, { transactions, requestAs }: OpenedTransactions): Promise<PortalUnderTest> {
    const { rows } = await database.owner.query<{ programme: string; main: string; two: string }>(
      `WITH p AS (SELECT id FROM programme.programme), two AS (INSERT INTO budget.line (programme_id, code, name) SELECT id, 'two', 'Zweite' FROM p RETURNING id)
       SELECT p.id AS programme, budget.main_line(p.id) AS main, two.id AS two FROM p, two`,
    );
    const [found] = rows;
    if (found === undefined) throw new Error('No programme');
    const officers = {
      first: await requestAs(PERSONAS.budgetOfficer),
      second: await requestAs(PERSONAS.budgetOfficerSecond),
    };
    const plain = await connectAs(database, PERSONAS.budgetOfficer);
    return new PortalUnderTest(database, transactions, officers, plain, found.programme, found);
  }

  close(): void {
    this.plain.release(true);
  }

  /** The first of them open, the others planned. */
  async planYears(from: number, count: number): Promise<void> {
    await this.database.owner.query(
      "INSERT INTO budget.budget_year (programme_id, year, state) SELECT $1, y, CASE y WHEN $2 THEN 'OPEN' ELSE 'PLANNED' END FROM generate_series($2::integer, $2 + $3 - 1) AS y",
      [this.programmeId, from, count],
    );
  }

  async tellBeginning(oracle: LedgerOracle): Promise<void> {
    for (const [account, amount] of await this.balances()) oracle.put(account, amount);
    const { rows } = await this.database.owner.query<{ year: number; state: YearState }>(
      'SELECT year, state FROM budget.budget_year',
    );
    for (const { year, state } of rows) oracle.open(year, state);
  }

  async balances(): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.database.owner.query<{ name: string; cents: number }>(BALANCES);
    return new Map(rows.map(({ name, cents: amount }) => [name, amount]));
  }

  /** @returns null when it was done, else why not */
  async do(act: RandomAct): Promise<string | null> {
    try {
      await this.perform(act);
      return null;
    } catch (error) {
      return meaningOf(error, act);
    }
  }

  private async perform(act: RandomAct): Promise<unknown> {
    switch (act.does) {
      case 'confirm':
        return this.post(() => planReservation(act.years.map(amountOf)), { applicationId: act.caseId });
      case 'refuse':
        return this.post(async (tx) => planReservationRelease(await reservedYears(tx, act.caseId)), {
          applicationId: act.caseId,
        });
      case 'sign':
        return this.sign(act);
      case 'void':
        return this.voidAward(act.awardId);
      case 'pay': {
        const { id, awardId, year } = act.order;
        const share = amountOf({ year, amount: act.amount });
        return this.post(() => [planPayment(act.step, awardId, share)], { paymentOrderId: id });
      }
      case 'propose': {
        const { value } = await this.use.propose.execute(this.as(act.by), this.bodyOf(act.content));
        return this.acts.set(act.actId, value.id);
      }
      case 'decide':
        return this.use.decide.execute(this.as(act.by), this.acts.get(act.actId) ?? randomUUID(), act.how, null);
      case 'move year':
        return this.use.year.execute(this.as('first'), act.year, { state: act.to, reason: 'Zufallsprobe' });
      case 'new year':
        return this.transactions.command(this.as('first'), (tx) => this.lapse.run(tx, localDate(`${act.year}-01-01`)));
      case 'plain sql':
        return this.insert(act.movement);
    }
  }

  private async sign({ caseId, awardId, years, signingYear }: Extract<RandomAct, { does: 'sign' }>): Promise<void> {
    const tranches = years.map(amountOf);
    const plan = async (tx: Tx): Promise<PlannedTransfer[]> =>
      planSignature({ id: awardId, tranches }, await reservedYears(tx, caseId), fiscalYear(signingYear));
    await this.post(plan, { applicationId: caseId, awardId });
    this.awards.set(awardId, { open: tranches, signingYear });
  }

  private async voidAward(awardId: string): Promise<void> {
    const { open, signingYear } = this.awards.get(awardId) ?? { open: [], signingYear: 2026 };
    await this.post(() => planCommitmentRelease({ id: awardId, open }, fiscalYear(signingYear)), { awardId });
  }

  private async post(
    plan: (tx: Tx) => PlannedTransfer[] | Promise<PlannedTransfer[]>,
    references: TransferReferences,
  ): Promise<void> {
    await this.transactions.command(this.as('first'), async (tx) =>
      this.ledger.post(tx, {
        programmeId: this.programmeId,
        commandKey: null,
        bookings: bookingsOf(await plan(tx), references),
      }),
    );
  }

  /** Past the product, with the rights of the application: here the database stands alone. */
  private async insert({ what, year, due = null, line, into, amount }: Movement): Promise<void> {
    const { from, to } = TRANSFER_RULES[what as TransferKind];
    const [source, target] = [this.lineOf(line), this.lineOf(into === undefined ? line : into)];
    const values = [what, this.programmeId, from, to, year, due, source, target, amount, randomUUID()];
    await this.plain.query(PLAIN, values);
  }

  private bodyOf({ kind, lines, consent, endsOn }: ActContent): CreateBudgetActDto {
    return {
      kind: kind as CreateBudgetActDto['kind'],
      reason: 'Zufallsprobe',
      documentReference: 'Zufallsprobe',
      consentReference: consent,
      carryOverEndsOn: endsOn === null ? null : localDate(endsOn),
      lines: lines.map(({ what, year, due = null, line, into, amount }) => ({
        kind: what as TransferKind,
        year,
        dueYear: due,
        lineId: this.lineOf(line),
        targetLineId: into === undefined ? null : this.lineOf(into),
        amountCents: amount,
      })),
    };
  }

  private lineOf(line: string | null | undefined): string {
    return line === 'two' ? this.lines.two : this.lines.main;
  }

  private as(officer: Officer): CurrentRequest {
    const request = this.officers[officer];
    request.idempotencyKey = randomUUID();
    return request;
  }
}

function amountOf({ year, amount }: Share): YearAmount {
  return { year: fiscalYear(year), amountCents: cents(amount) };
}

/** A domain's refusal has a code; one of the database has a constraint. */
function meaningOf(error: unknown, { does }: RandomAct): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('constraint' in error && typeof error.constraint === 'string') {
    const meaning = MEANINGS[error.constraint] ?? error.constraint;
    return meaning === 'too little' && does !== 'plain sql' ? 'budget.account-exceeded' : meaning;
  }
  return 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}
