import { actingPersons, arePersonsDifferent, type Deputy, type EarlierPersons } from '@wir/identity/domain';
import { availableActs, type AvailableAct } from '@wir/shared/kernel';
import { APPLICATION_TRANSITIONS, type ApplicationAct, type ApplicationState } from './application-state';
import type { ApplicationCode } from './codes';

/** What decides, besides state and role, whether an act is open to a person. */
export interface ActionFacts extends Deputy {
  readonly state: ApplicationState;
  readonly roles: readonly string[];
  /** Nothing hinders submission. */
  readonly isComplete: boolean;
  /** Questions of the review note without an answer. */
  readonly openChecks: number;
  readonly reviewedBy: EarlierPersons;
  readonly budgetConfirmedBy: EarlierPersons;
}

/** What this person may do with the application now; a disabled act says why, by the code of the refusal it would meet. */
export function applicationActions(facts: ActionFacts): AvailableAct<ApplicationAct>[] {
  return availableActs(APPLICATION_TRANSITIONS, facts.state, facts.roles).map((act) => {
    const obstacle = act.allowed ? obstacleOf(act.action, facts) : null;
    return obstacle === null ? act : { ...act, allowed: false, reasonCode: obstacle };
  });
}

function obstacleOf(act: ApplicationAct, facts: ActionFacts): ApplicationCode | null {
  switch (act) {
    case 'requestSignature':
    case 'submit':
      return facts.isComplete ? null : 'application.not-submittable';
    case 'recommend':
      return facts.openChecks === 0 ? null : 'application.not-recommendable';
    case 'confirmBudget':
      return arePersonsDifferent(actingPersons(facts, ['BUDGET_OFFICER']), [facts.reviewedBy].flat())
        ? null
        : 'application.budget-confirmer-is-reviewer';
    case 'decide':
      return arePersonsDifferent(
        actingPersons(facts, ['HEAD_OF_UNIT']),
        [facts.reviewedBy, facts.budgetConfirmedBy].flat(),
      )
        ? null
        : 'application.decider-took-part';
    default:
      return null;
  }
}
