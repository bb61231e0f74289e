import type { Movement, YearState } from './ledger-oracle';
import { flawed } from './flawed-acts';
import type { ActContent, Officer, PayOrder, PayStep, ProgrammeOracle, RandomAct, Share } from './programme-oracle';

export type Random = () => number;

/** mulberry32: the same numbers for the same seed on every machine. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often each kind of act is drawn. */
const WEIGHTS = {
  confirm: 14,
  refuse: 3,
  sign: 12,
  void: 2,
  pay: 28,
  propose: 16,
  decide: 15,
  'move year': 5,
  'plain sql': 5,
} as const;
const KINDS = [
  'APPROPRIATION_CHANGE',
  'LOCK',
  'UNLOCK',
  'LINE_SHIFT',
  'REPHASE',
  'CARRY_OVER',
  'CARRY_OVER',
  'VE_CHANGE',
] as const;
const STATES = ['PROVISIONAL', 'OPEN', 'CASH_CLOSED', 'CLOSED'] as const;
const YEARS = 10;
const ANSATZ = 2_000_000;
const AUTHORISED = 900_000;

/**
 * Draws what finance does over ten years. It looks at the oracle's balances, so that amounts lie at the edges: all there is,
 * one cent more, or a part of it.
 */
export class RandomActs {
  private readonly script: RandomAct[] = [];
  private drawn = 0;
  private today: number;

  constructor(
    private readonly oracle: ProgrammeOracle,
    private readonly random: Random,
    private readonly firstYear: number,
    private readonly actsPerYear: number,
  ) {
    this.today = firstYear;
    const lines = this.years(firstYear, YEARS).map((year) => ({ what: 'APPROPRIATE', year, amount: ANSATZ }));
    this.released({ kind: 'APPROPRIATION_CHANGE', lines, consent: null, endsOn: null });
    this.authorise(firstYear);
  }

  next(): RandomAct {
    this.drawn += 1;
    if (this.drawn % this.actsPerYear === 0 && this.today < this.firstYear + YEARS - 2) this.turnOfTheYear();
    return this.script.shift() ?? this.draw();
  }

  private draw(): RandomAct {
    let left = this.random() * Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);
    const does = Object.entries(WEIGHTS).find(([, weight]) => (left -= weight) < 0)?.[0] ?? 'propose';
    const act = this.anAct(does);
    // Nothing there yet that it could be done to.
    return act ?? { does: 'propose', actId: this.id(), by: this.anyone(), content: this.content() };
  }

  private anAct(does: string): RandomAct | null {
    switch (does) {
      case 'confirm':
        return { does, caseId: this.id(), years: this.wishes() };
      case 'refuse':
        return this.about(this.openCases(), (caseId) => ({ does, caseId }));
      case 'sign':
        return this.about(this.openCases(), (caseId) => this.signature(caseId));
      case 'void':
        return this.about([...this.oracle.awards.keys()], (awardId) => ({ does, awardId }));
      case 'pay':
        return this.payment();
      case 'decide':
        return this.decision();
      case 'move year':
        return this.yearMove();
      case 'plain sql':
        return { does, movement: this.movement() };
      default:
        return null;
    }
  }

  /** 31 December: what nobody used lapses, a new budget begins, at times provisionally, with authorisations of its own. */
  private turnOfTheYear(): void {
    this.today += 1;
    this.script.push({ does: 'new year', year: this.today });
    this.script.push({ does: 'move year', year: this.today, to: this.chance(0.4) ? 'PROVISIONAL' : 'OPEN' });
    this.authorise(this.today);
  }

  private authorise(year: number): void {
    const lines = this.years(year + 1, 4)
      .filter((due) => due < this.firstYear + YEARS)
      .map((due) => ({ what: 'AUTHORISE', year, due, amount: AUTHORISED }));
    this.released({ kind: 'VE_CHANGE', lines, consent: null, endsOn: null });
  }

  private released(content: ActContent): void {
    const actId = this.id();
    this.script.push({ does: 'propose', actId, by: 'first', content });
    this.script.push({ does: 'decide', actId, by: 'second', how: 'apply' });
  }

  private wishes(): Share[] {
    const start = this.today + (this.chance(0.1) ? -1 : this.below(3));
    return this.years(start, 1 + this.below(4)).map((year) => ({
      year,
      amount: this.chance(0.06) ? this.oracle.ledger.has('free', year) + 1 : 1 + this.below(120_000),
    }));
  }

  private signature(caseId: string): RandomAct {
    const reserved = this.oracle.cases.get(caseId)?.reserved ?? [];
    const years = reserved
      .map(({ year, amount }) => ({ year, amount: this.chance(0.7) ? amount : 1 + this.below(amount) }))
      .map((share) => (this.chance(0.04) ? { ...share, amount: share.amount + 1 } : share));
    const last = years.at(-1)?.year ?? this.today;
    const unasked = this.chance(0.05) ? [{ year: last + 1, amount: 100 }] : [];
    return { does: 'sign', caseId, awardId: this.id(), years: [...years, ...unasked], signingYear: this.today };
  }

  private payment(): RandomAct | null {
    const orders = [...this.oracle.orders.values()];
    if (this.chance(0.45) || orders.length === 0)
      return this.about([...this.oracle.awards], ([awardId, { years }]) => {
        const running = ['PROVISIONAL', 'OPEN'];
        const due = years.filter(({ year }) => running.includes(this.oracle.ledger.years.get(year) ?? ''));
        const { year } = this.pick(due.length > 0 && this.chance(0.9) ? due : years);
        const open = this.oracle.ledger.has('committed', year, { award: awardId });
        return { does: 'pay', step: 'order', order: { id: this.id(), awardId, year }, amount: this.upTo(open) };
      });
    const waiting = orders.filter(({ step }) => step === 'order');
    const order = this.pick(waiting.length > 0 && this.chance(0.7) ? waiting : orders);
    const { id, awardId, year } = order;
    const of = (step: PayStep, amount: number): RandomAct => {
      const named: PayOrder = { id, awardId, year };
      return { does: 'pay', step, order: named, amount };
    };
    if (this.chance(0.06)) return of('order', order.amount);
    if (order.step === 'order') return of(this.pick(['pay', 'pay', 'pay', 'cancel', 'fail']), order.amount);
    if (order.step !== 'pay') return null;
    if (this.chance(0.2)) return of('pay', order.amount);
    if (this.chance(0.2)) return of('return', this.oracle.ledger.has('paid', year) + 1);
    const left = order.amount - order.returned;
    return left === 0 ? null : of('return', 1 + this.below(left));
  }

  private decision(): RandomAct | null {
    const acts = [...this.oracle.acts];
    const open = acts.filter(([, { state }]) => state === 'proposed');
    const found = this.chance(0.92) ? open : acts;
    return this.about(found, ([actId, { by }]) => {
      const other: Officer = by === 'first' ? 'second' : 'first';
      const how = this.pick(['apply', 'apply', 'apply', 'apply', 'apply', 'apply', 'reject', 'withdraw'] as const);
      const isRight = this.chance(0.85);
      return { does: 'decide', actId, how, by: (how === 'withdraw') === isRight ? by : other };
    });
  }

  private yearMove(): RandomAct {
    const { years } = this.oracle.ledger;
    const ended = this.years(this.firstYear, this.today - this.firstYear).filter(
      (year) => years.get(year) !== 'CLOSED',
    );
    const next: Partial<Record<YearState, (typeof STATES)[number]>> = {
      PROVISIONAL: 'OPEN',
      OPEN: 'CASH_CLOSED',
      CASH_CLOSED: 'CLOSED',
    };
    const legal = [...ended, ...(years.get(this.today) === 'PROVISIONAL' ? [this.today] : [])];
    if (legal.length > 0 && this.chance(0.65)) {
      const year = this.pick(legal);
      return { does: 'move year', year, to: next[years.get(year) ?? 'OPEN'] ?? 'OPEN' };
    }
    const year = this.anyYear();
    const wrong = STATES.filter((to) => to !== next[years.get(year) ?? 'OPEN'] && years.get(year) !== 'PLANNED');
    return { does: 'move year', year, to: this.pick(wrong.length > 0 ? wrong : (['CLOSED'] as const)) };
  }

  private content(): ActContent {
    const kind = this.pick(KINDS);
    const content: ActContent = {
      kind,
      lines: this.linesOf(kind),
      consent: kind === 'CARRY_OVER' ? 'HMdF III 2' : null,
      endsOn: kind === 'CARRY_OVER' ? `${this.carriedFrom + 2}-12-31` : null,
    };
    return this.chance(0.18) ? flawed(content, (values) => this.pick(values)) : content;
  }

  private carriedFrom = 0;

  private linesOf(kind: (typeof KINDS)[number]): Movement[] {
    const [year, other] = [this.anyYear(), this.anyYear()];
    switch (kind) {
      case 'APPROPRIATION_CHANGE':
      case 'LOCK':
      case 'UNLOCK':
      case 'VE_CHANGE':
        return this.years(0, 1 + this.below(3)).map(() => this.movement(kind));
      case 'LINE_SHIFT':
        return [this.movement('LINE_SHIFT')];
      case 'REPHASE':
        return this.moved(
          'REPHASE',
          year,
          year === other ? [other + 1] : [other, ...(this.chance(0.3) ? [year + 11] : [])],
        );
      case 'CARRY_OVER':
        this.carriedFrom = Math.max(this.firstYear, this.today - this.below(2));
        return this.moved('CARRY', this.carriedFrom, [this.carriedFrom + 1 + this.below(2)]);
    }
  }

  /** Out of one year and in equal parts into others. */
  private moved(name: string, from: number, into: readonly number[]): Movement[] {
    const part = Math.ceil(this.upTo(this.oracle.ledger.has('free', from)) / into.length);
    return [
      { what: `${name}_OUT`, year: from, amount: part * into.length },
      ...into.map((year) => ({ what: `${name}_IN`, year, amount: part })),
    ];
  }

  private movement(kind: string = this.pick(KINDS)): Movement {
    const { ledger } = this.oracle;
    const year = this.anyYear();
    const line = this.chance(0.25) ? 'two' : null;
    switch (kind) {
      case 'LOCK':
        return { what: 'LOCK', year, line, amount: this.upTo(ledger.has('free', year, { line })) };
      case 'UNLOCK':
        return { what: 'UNLOCK', year, line, amount: this.upTo(ledger.has('locked', year, { line })) };
      case 'LINE_SHIFT': {
        const into = line === null ? 'two' : null;
        return { what: 'SHIFT', year, line, into, amount: this.upTo(ledger.has('free', year, { line })) };
      }
      case 'VE_CHANGE': {
        const due = year + 1 + this.below(3);
        if (this.chance(0.5)) return { what: 'AUTHORISE', year, due, amount: 1 + this.below(50_000) };
        return { what: 'REVOKE_VE', year, due, amount: this.upTo(ledger.has('ve_free', year, { due })) };
      }
      default:
        if (this.chance(0.5)) return { what: 'APPROPRIATE', year, line, amount: 1 + this.below(200_000) };
        return { what: 'CUT', year, line, amount: this.upTo(ledger.has('free', year, { line })) };
    }
  }

  private openCases(): string[] {
    return [...this.oracle.cases].filter(([, { reserved }]) => reserved.length > 0).map(([id]) => id);
  }

  private about<T>(found: readonly T[], act: (one: T) => RandomAct): RandomAct | null {
    return found.length === 0 ? null : act(this.pick(found));
  }

  /** All of it, one cent more than there is, or a part. */
  private upTo(available: number): number {
    if (this.chance(0.1)) return available + 1;
    if (available <= 0 || this.chance(0.08)) return Math.max(1, available);
    return 1 + this.below(Math.max(1, Math.floor(available * 0.4)));
  }

  /** Mostly the years about today. */
  private anyYear(): number {
    if (this.chance(0.15)) return this.firstYear + this.below(YEARS);
    return Math.min(this.firstYear + YEARS - 1, Math.max(this.firstYear, this.today - 1 + this.below(5)));
  }

  private years(from: number, count: number): number[] {
    return Array.from({ length: count }, (_, index) => from + index);
  }

  private anyone(): Officer {
    return this.chance(0.7) ? 'first' : 'second';
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  private pick<T>(values: readonly T[]): T {
    const found = values[this.below(values.length)];
    if (found === undefined) throw new Error('Nothing to pick from');
    return found;
  }

  /** A UUID of the seed, so that a run names the same things again. */
  private id(): string {
    const digits = Array.from({ length: 32 }, () => this.below(16).toString(16)).join('');
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
  }
}
