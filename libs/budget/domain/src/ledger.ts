import { add, DomainError, subtract, sum, ZERO_CENTS, type Cents, type FiscalYear } from '@wir/shared/kernel';
import { accountName, isSource, YEAR_PARTS, type AccountKey, type AccountKind } from './accounts';
import type { BudgetYearState } from './budget-year';
import { TRANSFER_RULES } from './transfer-rules';
import type { PlannedTransfer } from './transfer-plan';

interface Account extends AccountKey {
  readonly balanceCents: Cents;
}

/** The parts of one year, as the budget matrix shows them. */
export type YearFigures = Readonly<Record<(typeof YEAR_PARTS)[number], Cents>> & { readonly appropriated: Cents };

/**
 * The ledger in memory, after the rules of the database: a model for property tests and for "what if" on the screen.
 * Values never change; `post` gives a new ledger or refuses the whole batch.
 */
export class Ledger {
  private constructor(
    private readonly accounts: ReadonlyMap<string, Account>,
    private readonly states: ReadonlyMap<FiscalYear, BudgetYearState>,
  ) {}

  static withYears(states: Iterable<readonly [FiscalYear, BudgetYearState]>): Ledger {
    return new Ledger(new Map(), new Map(states));
  }

  withState(year: FiscalYear, state: BudgetYearState): Ledger {
    return new Ledger(this.accounts, new Map(this.states).set(year, state));
  }

  /** The ledger with an account as it stands in the database, for a check before the booking. */
  withBalance(key: AccountKey, balanceCents: Cents): Ledger {
    return new Ledger(new Map(this.accounts).set(accountName(key), { ...key, balanceCents }), this.states);
  }

  /** All bookings or none. */
  post(transfers: readonly PlannedTransfer[]): Ledger {
    const accounts = new Map(this.accounts);
    for (const transfer of transfers) this.book(accounts, transfer);
    return new Ledger(accounts, this.states);
  }

  balance(key: AccountKey): Cents {
    return this.accounts.get(accountName(key))?.balanceCents ?? ZERO_CENTS;
  }

  /** Over all awards and, for authorisations, over all due years. */
  total(kind: AccountKind, year?: FiscalYear): Cents {
    return sum(
      [...this.accounts.values()]
        .filter((account) => account.kind === kind && (year === undefined || account.year === year))
        .map(({ balanceCents }) => balanceCents),
    );
  }

  /** Zero, always: every cent left one account and entered another. */
  sumOfAll(): Cents {
    return sum([...this.accounts.values()].map(({ balanceCents }) => balanceCents));
  }

  figures(year: FiscalYear): YearFigures {
    const part = (kind: AccountKind): Cents => this.total(kind, year);
    return {
      appropriated: subtract(ZERO_CENTS, part('appropriation')),
      free: part('free'),
      locked: part('locked'),
      reserved: part('reserved'),
      committed: part('committed'),
      ordered: part('ordered'),
      paid: part('paid'),
      returned: part('returned'),
      lapsed: part('lapsed'),
    };
  }

  private book(accounts: Map<string, Account>, transfer: PlannedTransfer): void {
    const { kind, year, amountCents } = transfer;
    const rule = TRANSFER_RULES[kind];
    const state = this.states.get(year);
    if (amountCents <= 0) throw new DomainError('invalid', 'budget.amount-not-positive', { kind });
    if (state === undefined || !rule.yearStates.includes(state))
      throw new DomainError('conflict', 'budget.year-not-open', { year, state: state ?? null, kind });
    const from = keyOf(rule.from, transfer);
    const to = keyOf(rule.to, kind === 'SHIFT' ? { ...transfer, lineId: transfer.targetLineId ?? null } : transfer);
    const available = accounts.get(accountName(from))?.balanceCents ?? ZERO_CENTS;
    if (!isSource(rule.from) && available < amountCents) throw shortage(transfer, rule.from, available);
    accounts.set(accountName(from), { ...from, balanceCents: subtract(available, amountCents) });
    const arrived = add(accounts.get(accountName(to))?.balanceCents ?? ZERO_CENTS, amountCents);
    // A line gives back no more than it was granted itself, whatever was shifted to it.
    if (isSource(rule.to) && arrived > 0) throw shortage(transfer, rule.to, subtract(amountCents, arrived));
    accounts.set(accountName(to), { ...to, balanceCents: arrived });
  }
}

function keyOf(kind: AccountKind, { year, dueYear, awardId, lineId }: PlannedTransfer): AccountKey {
  const isAuthorisation = kind.startsWith('ve_');
  if (isAuthorisation !== (dueYear !== null)) throw new RangeError(`${kind} and a due year do not fit`);
  if (kind === 'committed' && awardId === null) throw new RangeError('A commitment belongs to an award');
  return { kind, year, dueYear, awardId: kind === 'committed' ? awardId : null, lineId: lineId ?? null };
}

function shortage(
  { year, dueYear, amountCents }: PlannedTransfer,
  account: AccountKind,
  available: Cents,
): DomainError {
  const requestedCents = amountCents;
  if (account === 've_free')
    return new DomainError('conflict', 'budget.authorisation-exceeded', {
      budgetYear: year,
      year: dueYear,
      dueYear,
      freeCents: available,
      requestedCents,
    });
  if (account === 'free')
    return new DomainError('conflict', 'budget.exceeded', { year, freeCents: available, requestedCents });
  return new DomainError('conflict', 'budget.account-exceeded', {
    year,
    account,
    availableCents: available,
    requestedCents,
  });
}
