/**
 * The ledger a second time, written from the law and not from the product: it shares no line with what it judges. All of it
 * is plain numbers in a map; what it refuses it names as the portal has to name it.
 */
export type YearState = 'PLANNED' | 'PROVISIONAL' | 'OPEN' | 'CASH_CLOSED' | 'CLOSED';

/** One movement of money; `line` and `into` are budget lines other than the main one. */
export interface Movement {
  readonly what: string;
  readonly year: number;
  readonly amount: number;
  readonly due?: number | null;
  readonly award?: string | null;
  readonly line?: string | null;
  readonly into?: string | null;
}

/** Where the money lies before and after, and in which years it may move: Planned, proVisional, Open, cash closed (K), closed (C). */
const WAYS: Readonly<Record<string, readonly [from: string, to: string, years: string]>> = {
  APPROPRIATE: ['appropriation', 'free', 'PVO'],
  CUT: ['free', 'appropriation', 'PVO'],
  LOCK: ['free', 'locked', 'PVO'],
  UNLOCK: ['locked', 'free', 'PVO'],
  // Nothing new is promised while the budget is provisional (Art. 140 HV).
  RESERVE: ['free', 'reserved', 'PO'],
  RELEASE_RESERVATION: ['reserved', 'free', 'PVOK'],
  COMMIT: ['reserved', 'committed', 'PO'],
  RELEASE_COMMITMENT: ['committed', 'free', 'PVOK'],
  // After the cash closing nothing new is ordered; what was ordered still comes to its end.
  ORDER: ['committed', 'ordered', 'VO'],
  CANCEL_ORDER: ['ordered', 'committed', 'VOK'],
  PAY: ['ordered', 'paid', 'VOK'],
  FAIL: ['ordered', 'committed', 'VOK'],
  RETURN: ['paid', 'returned', 'VOK'],
  LAPSE: ['free', 'lapsed', 'K'],
  LAPSE_LOCKED: ['locked', 'lapsed', 'K'],
  LAPSE_COMMITMENT: ['committed', 'lapsed', 'K'],
  SHIFT: ['free', 'free', 'PVO'],
  REPHASE_OUT: ['free', 'appropriation', 'PVO'],
  REPHASE_IN: ['appropriation', 'free', 'PVO'],
  CARRY_OUT: ['free', 'appropriation', 'OK'],
  CARRY_IN: ['appropriation', 'free', 'PVO'],
  AUTHORISE: ['ve_authorised', 've_free', 'PVO'],
  REVOKE_VE: ['ve_free', 've_authorised', 'PVO'],
  USE_VE: ['ve_free', 've_used', 'VO'],
  // A promise taken back gives its authorisation back to the year it was made in, however long ago that was.
  RELEASE_VE: ['ve_used', 've_free', 'VOKC'],
  LAPSE_VE: ['ve_free', 've_lapsed', 'PVOKC'],
};
const LETTER: Readonly<Record<YearState, string>> = {
  PLANNED: 'P',
  PROVISIONAL: 'V',
  OPEN: 'O',
  CASH_CLOSED: 'K',
  CLOSED: 'C',
};
/** What the budget legislator granted, as a debt: the only accounts below zero, and never above it. */
const GRANTED = ['appropriation', 've_authorised'];
const FORWARD: readonly string[] = [
  'PLANNED>PROVISIONAL',
  'PLANNED>OPEN',
  'PROVISIONAL>OPEN',
  'OPEN>CASH_CLOSED',
  'CASH_CLOSED>CLOSED',
];

export class LedgerOracle {
  readonly years = new Map<number, YearState>();
  private money = new Map<string, number>();

  open(year: number, state: YearState): void {
    this.years.set(year, state);
  }

  put(account: string, amount: number): void {
    this.money.set(account, amount);
  }

  has(kind: string, year: number, rest: Pick<Movement, 'due' | 'award' | 'line'> = {}): number {
    return this.money.get(nameOf(kind, { ...rest, year })) ?? 0;
  }

  /** Sum over lines and awards. */
  total(kind: string, year: number): number {
    return this.lying(kind, year).reduce((sum, [, amount]) => sum + amount, 0);
  }

  /** Earlier years first, within a year the nearer due year: wholly, or not at all with the first reason. */
  book(movements: readonly Movement[]): string | null {
    const draft = new Map(this.money);
    for (const movement of movements.toSorted((a, b) => a.year - b.year || (a.due ?? 0) - (b.due ?? 0))) {
      const refusal = this.refusal(draft, movement);
      if (refusal !== null) return refusal;
      const [from, to] = wayOf(movement);
      const source = nameOf(from, movement);
      const target = nameOf(to, movement.what === 'SHIFT' ? { ...movement, line: movement.into } : movement);
      draft.set(source, (draft.get(source) ?? 0) - movement.amount);
      draft.set(target, (draft.get(target) ?? 0) + movement.amount);
      // A budget line gives back no more than it was granted, whatever was shifted to it.
      if (GRANTED.includes(to) && (draft.get(target) ?? 0) > 0) return 'budget.account-exceeded';
    }
    this.money = draft;
    return null;
  }

  moveYear(year: number, to: YearState): string | null {
    const state = this.years.get(year);
    if (state === undefined) return 'budget.year-not-found';
    if (!FORWARD.includes(`${state}>${to}`)) return 'budget-year.wrong-state';
    if (to === 'CLOSED') {
      if (this.total('ordered', year) > 0) return 'budget-year.orders-open';
      if (this.total('reserved', year) > 0) return 'budget-year.reservations-open';
      // § 45 LHO: what is neither spent nor carried over is gone.
      for (const kind of ['free', 'locked', 'committed'])
        for (const [account, amount] of this.lying(kind, year)) {
          const target = account.replace(/^[a-z]+/, 'lapsed').replace(/#[^@]*/, '');
          this.money.set(account, 0);
          this.money.set(target, (this.money.get(target) ?? 0) + amount);
        }
    }
    this.years.set(year, to);
    return null;
  }

  /** 1 January: authorisations of the years before, as far as nobody used them. */
  lapseAuthorisations(newYear: number): void {
    for (const [account, amount] of [...this.money]) {
      const [, budgetYear] = /^ve_free (\d+)/.exec(account) ?? [];
      if (budgetYear === undefined || Number(budgetYear) >= newYear) continue;
      const target = account.replace('ve_free', 've_lapsed');
      this.money.set(account, 0);
      this.money.set(target, (this.money.get(target) ?? 0) + amount);
    }
  }

  /** All that is not zero. */
  balances(): ReadonlyMap<string, number> {
    return new Map([...this.money].filter(([, amount]) => amount !== 0));
  }

  private refusal(money: ReadonlyMap<string, number>, movement: Movement): string | null {
    const [from, , years] = wayOf(movement);
    const state = this.years.get(movement.year);
    if (movement.amount <= 0) return 'budget.amount-not-positive';
    if (state === undefined || !years.includes(LETTER[state])) return 'budget.year-not-open';
    if (GRANTED.includes(from) || (money.get(nameOf(from, movement)) ?? 0) >= movement.amount) return null;
    if (from === 'free') return 'budget.exceeded';
    return from === 've_free' ? 'budget.authorisation-exceeded' : 'budget.account-exceeded';
  }

  private lying(kind: string, year: number): [string, number][] {
    const start = `${kind} ${year}`;
    return [...this.money].filter(([account, amount]) => account.replace(/[>#@].*/, '') === start && amount !== 0);
  }
}

/** `kind year>due#award@line`, as the spec names the accounts of the database. */
function nameOf(kind: string, { year, due, award, line }: Omit<Movement, 'what' | 'amount'>): string {
  const dueYear = kind.startsWith('ve_') ? `>${due ?? ''}` : '';
  const owner = kind === 'committed' ? `#${award ?? ''}` : '';
  return `${kind} ${year}${dueYear}${owner}${line ? `@${line}` : ''}`;
}

function wayOf({ what }: Movement): readonly [string, string, string] {
  const way = WAYS[what];
  if (way === undefined) throw new Error(`No such movement: ${what}`);
  return way;
}
