import { LedgerOracle, type Movement, type YearState } from './ledger-oracle';

/** What somebody does, drawn at random; some of it must be refused. */
export type RandomAct =
  | { readonly does: 'confirm'; readonly caseId: string; readonly years: readonly Share[] }
  | { readonly does: 'refuse'; readonly caseId: string }
  | {
      readonly does: 'sign';
      readonly caseId: string;
      readonly awardId: string;
      readonly years: readonly Share[];
      readonly signingYear: number;
    }
  | { readonly does: 'void'; readonly awardId: string }
  | { readonly does: 'pay'; readonly step: PayStep; readonly order: PayOrder; readonly amount: number }
  | { readonly does: 'propose'; readonly actId: string; readonly by: Officer; readonly content: ActContent }
  | {
      readonly does: 'decide';
      readonly actId: string;
      readonly by: Officer;
      readonly how: 'apply' | 'reject' | 'withdraw';
    }
  | { readonly does: 'move year'; readonly year: number; readonly to: Exclude<YearState, 'PLANNED'> }
  | { readonly does: 'new year'; readonly year: number }
  | { readonly does: 'plain sql'; readonly movement: Movement };

export type Officer = 'first' | 'second';
export type PayStep = 'order' | 'cancel' | 'pay' | 'fail' | 'return';
export interface Share {
  readonly year: number;
  readonly amount: number;
}
export interface PayOrder {
  readonly id: string;
  readonly awardId: string;
  readonly year: number;
}
export interface ActContent {
  readonly kind: string;
  readonly lines: readonly Movement[];
  readonly consent: string | null;
  readonly endsOn: string | null;
}
interface Case {
  reserved: readonly Share[];
}
interface Award {
  readonly years: readonly Share[];
  readonly signingYear: number;
}
interface Order extends PayOrder {
  step: PayStep;
  amount: number;
  returned: number;
  wasPaid: boolean;
}
interface Act {
  readonly by: Officer;
  readonly content: ActContent;
  state: 'proposed' | 'decided';
}

const STEPS: Readonly<Record<PayStep, string>> = {
  order: 'ORDER',
  cancel: 'CANCEL_ORDER',
  pay: 'PAY',
  fail: 'FAIL',
  return: 'RETURN',
};
/** Which movements a Haushaltsverfügung of each kind may hold. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  APPROPRIATION_CHANGE: ['APPROPRIATE', 'CUT'],
  LOCK: ['LOCK'],
  UNLOCK: ['UNLOCK'],
  LINE_SHIFT: ['SHIFT'],
  REPHASE: ['REPHASE_OUT', 'REPHASE_IN'],
  CARRY_OVER: ['CARRY_OUT', 'CARRY_IN'],
  VE_CHANGE: ['AUTHORISE', 'REVOKE_VE'],
};
/** Never without an act, not even by plain SQL. */
const ONLY_BY_ACT = ['SHIFT', 'REPHASE_OUT', 'REPHASE_IN', 'CARRY_OUT', 'CARRY_IN', 'REVOKE_VE'];

/** The programme around the ledger: cases, awards, orders and acts, as far as money follows from them. */
export class ProgrammeOracle {
  readonly ledger = new LedgerOracle();
  readonly cases = new Map<string, Case>();
  readonly awards = new Map<string, Award>();
  readonly orders = new Map<string, Order>();
  readonly acts = new Map<string, Act>();

  /** Does it, or says with which code it has to be refused; a refused act leaves everything as it was. */
  try(act: RandomAct): string | null {
    switch (act.does) {
      case 'confirm':
        return this.confirm(act.caseId, act.years);
      case 'refuse':
        return this.refuse(act.caseId);
      case 'sign':
        return this.sign(act);
      case 'void':
        return this.voidAward(act.awardId);
      case 'pay':
        return this.pay(act.step, act.order, act.amount);
      case 'propose':
        return this.propose(act.actId, act.by, act.content);
      case 'decide':
        return this.decide(act.actId, act.by, act.how);
      case 'move year':
        return this.ledger.moveYear(act.year, act.to);
      case 'new year':
        this.ledger.lapseAuthorisations(act.year);
        return null;
      case 'plain sql':
        return ONLY_BY_ACT.includes(act.movement.what) ? 'act missing' : this.ledger.book([act.movement]);
    }
  }

  private confirm(caseId: string, years: readonly Share[]): string | null {
    const refusal = this.ledger.book(years.map((share) => ({ what: 'RESERVE', ...share })));
    if (refusal === null) this.cases.set(caseId, { reserved: years });
    return refusal;
  }

  private refuse(caseId: string): string | null {
    const found = this.cases.get(caseId);
    const refusal = this.ledger.book(
      (found?.reserved ?? []).map((share) => ({ what: 'RELEASE_RESERVATION', ...share })),
    );
    if (refusal === null && found) found.reserved = [];
    return refusal;
  }

  /** Each year's promise within its reservation, the rest freed; later years take the authorisation of the year that signs. */
  private sign({ caseId, awardId, years, signingYear }: Extract<RandomAct, { does: 'sign' }>): string | null {
    const reserved = this.cases.get(caseId)?.reserved ?? [];
    const reservedIn = (year: number): number => reserved.find((share) => share.year === year)?.amount ?? -1;
    if (years.some(({ year, amount }) => amount > reservedIn(year))) return 'budget.reservation-too-small';
    const promisedIn = (year: number): number => years.find((share) => share.year === year)?.amount ?? 0;
    const rest = reserved.map(({ year, amount }) => ({ year, amount: amount - promisedIn(year) }));
    const refusal = this.ledger.book([
      ...years.map((share) => ({ what: 'COMMIT', award: awardId, ...share })),
      ...rest.filter(({ amount }) => amount > 0).map((share) => ({ what: 'RELEASE_RESERVATION', ...share })),
      ...authorisations('USE_VE', years, signingYear),
    ]);
    if (refusal !== null) return refusal;
    this.cases.set(caseId, { reserved: [] });
    this.awards.set(awardId, { years, signingYear });
    return null;
  }

  private voidAward(awardId: string): string | null {
    const award = this.awards.get(awardId);
    if (award === undefined) return null;
    const refusal = this.ledger.book([
      ...award.years.map((share) => ({ what: 'RELEASE_COMMITMENT', award: awardId, ...share })),
      ...authorisations('RELEASE_VE', award.years, award.signingYear),
    ]);
    if (refusal === null) this.awards.delete(awardId);
    return refusal;
  }

  private pay(step: PayStep, { id, awardId, year }: PayOrder, amount: number): string | null {
    const known = this.orders.get(id);
    const before = this.ledger.balances();
    const refusal = this.ledger.book([{ what: STEPS[step], year, amount, award: awardId }]);
    if (refusal !== null) return refusal;
    if ((step === 'order' && known) || (step === 'pay' && known?.wasPaid === true)) {
      this.restore(before);
      return 'booked already';
    }
    const order: Order = known ?? { id, awardId, year, step, amount, returned: 0, wasPaid: false };
    if (step === 'return') order.returned += amount;
    else order.step = step;
    order.wasPaid ||= step === 'pay';
    this.orders.set(id, order);
    return null;
  }

  private propose(actId: string, by: Officer, content: ActContent): string | null {
    const flaw = flawOf(content);
    if (flaw !== null) return flaw;
    // Nobody proposes what could not be booked as things stand; proposing books nothing.
    const before = this.ledger.balances();
    const refusal = this.ledger.book(content.lines);
    this.restore(before);
    if (refusal === null) this.acts.set(actId, { by, content, state: 'proposed' });
    return refusal;
  }

  private decide(actId: string, by: Officer, how: 'apply' | 'reject' | 'withdraw'): string | null {
    const act = this.acts.get(actId);
    if (act === undefined) return 'budget-act.not-found';
    if (act.state === 'decided') return 'budget-act.wrong-state';
    if (how === 'apply' && by === act.by) return 'budget-act.same-person';
    if (how === 'withdraw' && by !== act.by) return 'budget-act.not-proposer';
    const refusal = how === 'apply' ? this.ledger.book(act.content.lines) : null;
    if (refusal === null) act.state = 'decided';
    return refusal;
  }

  private restore(balances: ReadonlyMap<string, number>): void {
    for (const account of this.ledger.balances().keys()) this.ledger.put(account, 0);
    for (const [account, amount] of balances) this.ledger.put(account, amount);
  }
}

function authorisations(what: string, years: readonly Share[], signingYear: number): Movement[] {
  return years
    .filter(({ year }) => year > signingYear)
    .map(({ year, amount }) => ({ what, year: signingYear, due: year, amount }));
}

/** What is wrong with the paper itself, whatever money there is. */
function flawOf({ kind, lines, consent, endsOn }: ActContent): string | null {
  if (lines.length < 1 || lines.length > 40) return 'budget-act.lines-missing';
  for (const { what, year, due = null, line = null, into, amount } of lines) {
    if (amount < 1) return 'budget.amount-not-positive';
    if (HOLDS[kind]?.includes(what) !== true) return 'budget-act.line-not-of-kind';
    if (kind === 'VE_CHANGE' ? due === null || due <= year : due !== null) return 'budget-act.due-year-invalid';
    if (kind === 'LINE_SHIFT' ? into === undefined || into === line : into !== undefined)
      return 'budget-act.target-line-invalid';
  }
  if (kind !== 'REPHASE' && kind !== 'CARRY_OVER') return null;
  const leaving = lines.filter(({ what }) => what.endsWith('_OUT'));
  const arriving = lines.filter(({ what }) => what.endsWith('_IN'));
  const sumOf = (side: readonly Movement[]): number => side.reduce((sum, { amount }) => sum + amount, 0);
  if (sumOf(leaving) !== sumOf(arriving)) return 'budget-act.not-balanced';
  if (kind === 'REPHASE')
    return arriving.some(({ year }) => leaving.some((other) => other.year === year)) ? 'budget-act.same-year' : null;
  if (consent === null) return 'budget-act.consent-missing';
  if (endsOn === null) return 'budget-act.end-missing';
  const from = Math.min(...leaving.map(({ year }) => year));
  if (arriving.some(({ year }) => year <= from)) return 'budget-act.carry-over-not-forward';
  const end = Number(endsOn.slice(0, 4));
  // § 27 Abs. 2 HGrG: up to the end of the second next year, and not shorter than the year that receives it.
  return end > from + 2 || arriving.some(({ year }) => year > end) ? 'budget-act.end-out-of-range' : null;
}
