import { APPLICATION_TRANSITIONS } from '@wir/applications/domain';
import { AWARD_TRANSITIONS, NOTICE_TRANSITIONS } from '@wir/decisions/domain';
import { DISBURSEMENT_TRANSITIONS, PAYMENT_ORDER_TRANSITIONS } from '@wir/disbursements/domain';
import { ACTOR_ROLES } from '@wir/identity/domain';
import { DomainError, move, statesOf, type TransitionTable } from '@wir/shared/kernel';
import { ORACLE, type Machine, type OracleEdge } from '@wir/shared/testing';
import fc from 'fast-check';

type AnyTable = TransitionTable<string, string, string>;
const TABLES: Readonly<Record<Machine, AnyTable>> = {
  application: APPLICATION_TRANSITIONS,
  notice: NOTICE_TRANSITIONS,
  award: AWARD_TRANSITIONS,
  request: DISBURSEMENT_TRANSITIONS,
  order: PAYMENT_ORDER_TRANSITIONS,
} as unknown as Readonly<Record<Machine, AnyTable>>;
const MACHINES = Object.keys(TABLES) as Machine[];

/** Consequences that one act has on the other records of the case. */
const FOLLOWS: readonly (readonly [machine: Machine, act: string, to: string, then: Machine, does: string])[] = [
  ['notice', 'sign', 'SIGNED', 'award', 'commit'],
  ['notice', 'void', 'VOIDED', 'award', 'void'],
  ['notice', 'waiveAppeal', 'FINAL', 'award', 'finalise'],
  ['notice', 'finalise', 'FINAL', 'award', 'finalise'],
  ['notice', 'endAppeal', 'FINAL', 'award', 'finalise'],
  ['request', 'export', 'EXPORTED', 'order', 'export'],
  ['request', 'book', 'PAID', 'order', 'book'],
  ['request', 'fail', 'FAILED', 'order', 'fail'],
];

type States = Partial<Record<Machine, string>>;
/** The case as the code has it. */
interface Real {
  states: States;
}
/** The case as the hand-written graph has it. */
interface Model {
  states: States;
  touched: Set<string>;
}

class Try implements fc.Command<Model, Real> {
  constructor(
    private readonly machine: Machine,
    private readonly act: string,
    private readonly to: string,
    private readonly role: string,
  ) {}

  check(): boolean {
    return true;
  }

  run(model: Model, real: Real): void {
    const expected = byOracle(model, this.machine, this.act, this.to, this.role);
    const found = byTables(real, this.machine, this.act, this.to, this.role);

    expect({ command: String(this), outcome: found, states: real.states }).toEqual({
      command: String(this),
      outcome: expected,
      states: model.states,
    });
  }

  toString(): string {
    return `${this.role} ${this.machine}.${this.act} → ${this.to}`;
  }
}

function byOracle(model: Model, machine: Machine, act: string, to: string, role: string): string {
  const state = model.states[machine];
  if (state === undefined) return 'absent';
  const edges = ORACLE[machine].filter((edge) => edge.act === act);
  if (!edges.some(({ roles }) => roles.includes(role))) return 'forbidden';
  const edge = edges.find((each) => each.from === state && each.to === to && each.roles.includes(role));
  if (!edge) return 'refused';
  model.touched.add(keyOf(machine, edge));
  model.states[machine] = to;
  born(model.states, machine, act, to);
  for (const [, , , then, does] of FOLLOWS.filter((each) => each[0] === machine && each[1] === act && each[2] === to)) {
    const next = ORACLE[then].find((each) => each.act === does && each.from === model.states[then]);
    if (next) model.states[then] = next.to;
  }
  return to;
}

function byTables(real: Real, machine: Machine, act: string, to: string, role: string): string {
  const state = real.states[machine];
  if (state === undefined) return 'absent';
  try {
    real.states[machine] = move(TABLES[machine], state, act, [role], to).to;
  } catch (error) {
    if (error instanceof DomainError) return error.kind === 'forbidden' ? 'forbidden' : 'refused';
    if (error instanceof RangeError) return 'refused';
    throw error;
  }
  born(real.states, machine, act, to);
  for (const [, , , then, does] of FOLLOWS.filter((each) => each[0] === machine && each[1] === act && each[2] === to)) {
    const at = real.states[then];
    if (at !== undefined) real.states[then] = move(TABLES[then], at, does, ['SYSTEM', role]).to;
  }
  return to;
}

/** Records that an act brings into being. */
function born(states: States, machine: Machine, act: string, to: string): void {
  if (machine === 'application' && act === 'decide') {
    states.notice = 'DRAFT';
    if (to !== 'REJECTED') states.award = 'PENDING';
  }
  if (machine === 'award' && act === 'requestDisbursement') states.request = 'DRAFT';
  if (machine === 'request' && act === 'order') states.order = 'ORDERED';
  if (machine === 'request' && to === 'CANCELLED') delete states.order;
  if (machine === 'request' && act === 'submit') delete states.order;
}

/** The rest happens by itself, as a consequence of acts on notice and request. */
const actsOn = (machine: Machine): readonly OracleEdge[] =>
  ORACLE[machine].filter(
    ({ act }) => !FOLLOWS.some(([, , , then, does]) => then === machine && does === act) && machine !== 'order',
  );
const ACTED: readonly Machine[] = MACHINES.filter((machine) => actsOn(machine).length > 0);

const keyOf = (machine: Machine, { act, from, to }: OracleEdge): string => `${machine} ${act} ${from} ${to}`;

/** Awards and requests are rarely reached by chance: runs begin at several points of the flow. */
const STARTS: readonly States[] = [
  { application: 'DRAFT' },
  { application: 'UNDER_REVIEW' },
  { application: 'BUDGET_CONFIRMED' },
  { application: 'APPROVED', notice: 'DRAFT', award: 'PENDING' },
  { application: 'APPROVED', notice: 'DISPATCHED', award: 'COMMITTED' },
  { application: 'APPROVED', notice: 'SIGNED', award: 'COMMITTED' },
  { application: 'APPROVED', notice: 'NOT_RETRIEVED', award: 'COMMITTED', request: 'RETURNED' },
  { application: 'APPROVED', notice: 'NOTIFIED', award: 'COMMITTED', request: 'DRAFT' },
  { application: 'APPROVED', notice: 'APPEALED', award: 'COMMITTED', request: 'CHECKED' },
  { application: 'APPROVED', notice: 'FINAL', award: 'FINAL', request: 'SUBMITTED' },
  { application: 'APPROVED', notice: 'FINAL', award: 'FINAL', request: 'ORDERED', order: 'ORDERED' },
  { application: 'APPROVED', notice: 'FINAL', award: 'FINAL', request: 'EXPORTED', order: 'EXPORTED' },
  { application: 'APPROVED', notice: 'FINAL', award: 'FINAL', request: 'FAILED', order: 'FAILED' },
];

/** Mostly what could happen, so that a case comes far; a third is anything at all. */
const commands: readonly fc.Arbitrary<Try>[] = [
  ...ACTED.map((machine) =>
    fc
      .constantFrom(...actsOn(machine))
      .chain((edge) => fc.constantFrom(...edge.roles).map((role) => new Try(machine, edge.act, edge.to, role))),
  ),
  ...ACTED.map((machine) =>
    fc
      .record({
        act: fc.constantFrom(...new Set(actsOn(machine).map(({ act }) => act))),
        to: fc.constantFrom(...statesOf(TABLES[machine])),
        role: fc.constantFrom(...ACTOR_ROLES),
      })
      .map(({ act, to, role }) => new Try(machine, act, to, role)),
  ),
];

/** C8, pure: what the tables of the domains do against a graph written by hand. */
describe('the life cycle of a case', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  const RUNS = 1_000;
  const STEPS = 60;

  it('goes along the edges of the graph and no others, for every role', () => {
    const touched = new Set<string>();
    let steps = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof(...commands), { minLength: STEPS, maxLength: STEPS }),
        fc.constantFrom(...STARTS),
        (run, start) => {
          const model: Model = { states: { ...start }, touched };
          const real: Real = { states: { ...start } };
          fc.modelRun(() => ({ model, real }), run);
          steps += [...run].length;
        },
      ),
      { numRuns: RUNS, seed },
    );

    const all = ACTED.flatMap((machine) => actsOn(machine).map((edge) => keyOf(machine, edge)));
    process.stdout.write(
      `${JSON.stringify({ id: 'C8', value: 0, limit: 0, pass: true, seed, n: RUNS, steps, edges: all.length, walked: touched.size })}\n`,
    );
    expect(touched.size).toBeGreaterThan(all.length * 0.8);
  });

  it('has in its tables exactly the edges of the graph', () => {
    for (const machine of MACHINES) {
      const line = ({ act, from, to, roles }: OracleEdge): string => `${act} ${from} ${to} ${[...roles].sort().join()}`;

      expect(TABLES[machine].edges.map(line).sort()).toEqual(ORACLE[machine].map(line).sort());
    }
  });
});
