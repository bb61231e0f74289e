import { DomainError } from './domain-error';

/** One legal move. `label` is the German button text; a role `SYSTEM` stands for a job or an imported fact. */
export interface Transition<State extends string, Act extends string, Role extends string> {
  readonly act: Act;
  readonly from: State;
  readonly to: State;
  readonly roles: readonly Role[];
  readonly label: string;
}

export interface TransitionTable<State extends string, Act extends string, Role extends string> {
  /** Prefix of the refusal codes: `application` gives `application.wrong-state`. */
  readonly name: string;
  readonly initial: State;
  /** German name of each state; also the list of all states. */
  readonly states: Readonly<Record<State, string>>;
  readonly edges: readonly Transition<State, Act, Role>[];
}

/** Keeps the literal types of states, acts and roles. */
export function defineTransitions<State extends string, const Act extends string, Role extends string>(
  table: TransitionTable<State, Act, Role>,
): TransitionTable<State, Act, Role> {
  return table;
}

export function statesOf<State extends string>(table: TransitionTable<State, string, string>): State[] {
  return Object.keys(table.states) as State[];
}

export function actsOf<Act extends string>(table: TransitionTable<string, Act, string>): Act[] {
  return [...new Set(table.edges.map(({ act }) => act))];
}

/** The moves open from a state, for everybody or for the given roles. */
export function allowedFrom<State extends string, Act extends string, Role extends string>(
  table: TransitionTable<State, Act, Role>,
  state: State,
  roles?: readonly string[],
): readonly Transition<State, Act, Role>[] {
  return table.edges.filter((edge) => edge.from === state && (roles === undefined || hasRole(edge, roles)));
}

export function canMove<State extends string, Act extends string, Role extends string>(
  table: TransitionTable<State, Act, Role>,
  state: State,
  act: Act,
  roles?: readonly string[],
): boolean {
  return allowedFrom(table, state, roles).some((edge) => edge.act === act);
}

/** May these roles do the act in any state at all? Decides between "hidden" and "shown but disabled". */
export function mayEver<Act extends string>(
  table: TransitionTable<string, Act, string>,
  act: Act,
  roles: readonly string[],
): boolean {
  return table.edges.some((edge) => edge.act === act && hasRole(edge, roles));
}

/**
 * The edge taken, or a refusal: `<name>.role-not-allowed` (forbidden) before `<name>.wrong-state` (conflict),
 * so that a stranger to the act learns nothing about the state. `to` is needed where an act has several outcomes.
 */
export function move<State extends string, Act extends string, Role extends string>(
  table: TransitionTable<State, Act, Role>,
  state: State,
  act: Act,
  roles: readonly string[],
  to?: State,
): Transition<State, Act, Role> {
  if (!mayEver(table, act, roles)) throw new DomainError('forbidden', `${table.name}.role-not-allowed`, { act });
  const edges = allowedFrom(table, state, roles).filter(
    (edge) => edge.act === act && (to === undefined || edge.to === to),
  );
  const [edge, second] = edges;
  if (edge === undefined) throw new DomainError('conflict', `${table.name}.wrong-state`, { act, state });
  if (second !== undefined) throw new RangeError(`${table.name}: ${act} from ${state} has several outcomes, name one`);
  return edge;
}

/** Faults in the table itself, as sentences; a spec of each table expects none. */
export function transitionFaults<State extends string>(table: TransitionTable<State, string, string>): string[] {
  const reached = new Set<string>([table.initial]);
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const edge of table.edges) if (reached.has(edge.from)) reached.add(edge.to);
  }
  const known = new Set<string>(statesOf(table));
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const edge of table.edges) {
    const key = `${edge.act}: ${edge.from} → ${edge.to}`;
    if (!known.has(edge.from) || !known.has(edge.to)) faults.push(`${key} names an unknown state`);
    if (seen.has(key)) faults.push(`${key} stands twice`);
    if (edge.roles.length === 0) faults.push(`${key} has nobody who may do it`);
    seen.add(key);
  }
  for (const state of known) if (!reached.has(state)) faults.push(`${state} cannot be reached`);
  return faults;
}

function hasRole(edge: Transition<string, string, string>, roles: readonly string[]): boolean {
  return edge.roles.some((role) => roles.includes(role));
}

/** What a person may do with an object now; the reason of a disabled button is a code with a German text. */
export interface AvailableAct<Act extends string> {
  readonly action: Act;
  readonly allowed: boolean;
  readonly reasonCode: string | null;
}

/** All acts these roles may ever do, each with whether the present state allows it. Acts of other roles stay hidden. */
export function availableActs<State extends string, Act extends string>(
  table: TransitionTable<State, Act, string>,
  state: State,
  roles: readonly string[],
): AvailableAct<Act>[] {
  return actsOf(table)
    .filter((act) => mayEver(table, act, roles))
    .map((action) => {
      const allowed = canMove(table, state, action, roles);
      return { action, allowed, reasonCode: allowed ? null : `${table.name}.wrong-state` };
    });
}

/** Every combination of state, act and role with its outcomes (none = refused); for the specs and for the printed matrix. */
export function transitionCells<State extends string, Act extends string, Role extends string>(
  table: TransitionTable<State, Act, Role>,
  roles: readonly Role[],
): { readonly state: State; readonly act: Act; readonly role: Role; readonly to: readonly State[] }[] {
  return statesOf(table).flatMap((state) =>
    actsOf(table).flatMap((act) =>
      roles.map((role) => ({
        state,
        act,
        role,
        to: allowedFrom(table, state, [role])
          .filter((edge) => edge.act === act)
          .map((edge) => edge.to),
      })),
    ),
  );
}
