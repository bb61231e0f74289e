import type { ApplicationListItemDto, ApplicationState, AwardDto } from '@wir/shared/contract';
import type { StepState } from '@wir/shared/ui';

/** The way of a project as a municipality sees it. */
export const PROJECT_STEPS = ['APPLICATION', 'REVIEW', 'NOTICE', 'PAYOUT', 'PROOF'] as const;
export type ProjectStep = (typeof PROJECT_STEPS)[number];

export interface ProjectStepState {
  readonly step: ProjectStep;
  readonly state: StepState;
}

const AT: Readonly<Record<ApplicationState, ProjectStep>> = {
  DRAFT: 'APPLICATION',
  READY_TO_SIGN: 'APPLICATION',
  SUBMITTED: 'REVIEW',
  INFO_REQUESTED: 'REVIEW',
  UNDER_REVIEW: 'REVIEW',
  REVIEWED: 'REVIEW',
  BUDGET_CONFIRMED: 'REVIEW',
  APPROVED: 'NOTICE',
  PARTLY_APPROVED: 'NOTICE',
  REJECTED: 'NOTICE',
  WITHDRAWN: 'APPLICATION',
  EXPIRED: 'APPLICATION',
};
const ENDED: readonly ApplicationState[] = ['REJECTED', 'WITHDRAWN', 'EXPIRED'];

/** The step that runs now; money moves it on, since the application keeps the state of its decision. */
export function stepOf(application: Pick<ApplicationListItemDto, 'state'>, award: AwardDto | undefined): ProjectStep {
  const step = AT[application.state];
  if (step !== 'NOTICE' || award?.state !== 'FINAL') return step;
  const isPaid = award.tranches.every(({ amountCents, paidCents }) => paidCents >= amountCents);
  return isPaid ? 'PROOF' : 'PAYOUT';
}

export function projectSteps(
  application: Pick<ApplicationListItemDto, 'state'>,
  award: AwardDto | undefined,
): ProjectStepState[] {
  const current = PROJECT_STEPS.indexOf(stepOf(application, award));
  const now: StepState = ENDED.includes(application.state) ? 'stopped' : 'current';
  return PROJECT_STEPS.map((step, index) => ({
    step,
    state: index < current ? 'done' : index === current ? now : 'open',
  }));
}

/** Whose turn it is, as the key of a sentence. */
export function turnOf(application: Pick<ApplicationListItemDto, 'state'>, award: AwardDto | undefined): string {
  const step = stepOf(application, award);
  return step === 'PAYOUT' || step === 'PROOF' ? step : application.state;
}

export function isEnded(state: ApplicationState): boolean {
  return ENDED.includes(state);
}
