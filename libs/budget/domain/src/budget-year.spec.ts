import { ACTOR_ROLES } from '@wir/identity/domain';
import { transitionCells, transitionFaults } from '@wir/shared/kernel';
import { BUDGET_YEAR_TRANSITIONS } from './budget-year';

describe('the states of a budget year', () => {
  it('can all be reached', () => {
    expect(transitionFaults(BUDGET_YEAR_TRANSITIONS)).toEqual([]);
  });

  it('move forward only, by the budget officer, in exactly these cells', () => {
    const allowed = transitionCells(BUDGET_YEAR_TRANSITIONS, ACTOR_ROLES).filter(({ to }) => to.length > 0);

    expect(allowed.map(({ state, act, role, to }) => `${state} ${act} ${role} -> ${to.join()}`)).toEqual([
      'PLANNED openProvisionally BUDGET_OFFICER -> PROVISIONAL',
      'PLANNED open BUDGET_OFFICER -> OPEN',
      'PROVISIONAL open BUDGET_OFFICER -> OPEN',
      'OPEN closeCash BUDGET_OFFICER -> CASH_CLOSED',
      'CASH_CLOSED close BUDGET_OFFICER -> CLOSED',
    ]);
  });
});
