import { DomainError } from './domain-error';
import {
  actsOf,
  allowedFrom,
  availableActs,
  canMove,
  defineTransitions,
  mayEver,
  move,
  statesOf,
  transitionCells,
  transitionFaults,
} from './transitions';

type State = 'OPEN' | 'DONE' | 'DROPPED';
const table = defineTransitions<State, 'finish' | 'drop', 'EDITOR' | 'SYSTEM'>({
  name: 'sample',
  initial: 'OPEN',
  states: { OPEN: 'offen', DONE: 'erledigt', DROPPED: 'verworfen' },
  edges: [
    { act: 'finish', from: 'OPEN', to: 'DONE', roles: ['EDITOR'], label: 'Erledigen' },
    { act: 'finish', from: 'OPEN', to: 'DROPPED', roles: ['EDITOR'], label: 'Verwerfen' },
    { act: 'drop', from: 'OPEN', to: 'DROPPED', roles: ['SYSTEM'], label: 'Verfallen' },
  ],
});

describe('a transition table', () => {
  it('lists what a state allows', () => {
    expect(statesOf(table)).toEqual(['OPEN', 'DONE', 'DROPPED']);
    expect(actsOf(table)).toEqual(['finish', 'drop']);
    expect(allowedFrom(table, 'OPEN', ['EDITOR']).map(({ to }) => to)).toEqual(['DONE', 'DROPPED']);
    expect(canMove(table, 'OPEN', 'drop', ['EDITOR'])).toBe(false);
    expect(canMove(table, 'OPEN', 'drop')).toBe(true);
    expect(mayEver(table, 'drop', ['EDITOR'])).toBe(false);
  });

  it('takes the named outcome and asks for a name where there are several', () => {
    expect(move(table, 'OPEN', 'finish', ['EDITOR'], 'DONE').to).toBe('DONE');
    expect(() => move(table, 'OPEN', 'finish', ['EDITOR'])).toThrow(RangeError);
  });

  it('refuses the role before the state', () => {
    expect(() => move(table, 'DONE', 'finish', ['EDITOR'])).toThrow(new DomainError('conflict', 'sample.wrong-state'));
    expect(() => move(table, 'DONE', 'finish', ['SYSTEM'])).toThrow(
      new DomainError('forbidden', 'sample.role-not-allowed'),
    );
  });

  it('finds unreachable states, doubled edges and edges for nobody', () => {
    const edge = { act: 'finish', from: 'OPEN', to: 'DONE', roles: [], label: '' } as const;

    expect(transitionFaults({ ...table, edges: [edge, edge] })).toEqual([
      'finish: OPEN → DONE has nobody who may do it',
      'finish: OPEN → DONE stands twice',
      'finish: OPEN → DONE has nobody who may do it',
      'DROPPED cannot be reached',
    ]);
    expect(transitionFaults(table)).toEqual([]);
  });

  it('shows own acts with the reason why not now, and hides those of others', () => {
    expect(availableActs(table, 'OPEN', ['EDITOR'])).toEqual([{ action: 'finish', allowed: true, reasonCode: null }]);
    expect(availableActs(table, 'DONE', ['EDITOR'])).toEqual([
      { action: 'finish', allowed: false, reasonCode: 'sample.wrong-state' },
    ]);
  });

  it('lists every cell of state, act and role', () => {
    const cells = transitionCells(table, ['EDITOR', 'SYSTEM']);

    expect(cells).toHaveLength(3 * 2 * 2);
    expect(cells.filter(({ to }) => to.length > 0)).toEqual([
      { state: 'OPEN', act: 'finish', role: 'EDITOR', to: ['DONE', 'DROPPED'] },
      { state: 'OPEN', act: 'drop', role: 'SYSTEM', to: ['DROPPED'] },
    ]);
  });
});
