import {
  maySign,
  NOTICE_TRANSITIONS,
  type DecisionCode,
  type NoticeAct,
  type NoticeState,
} from '@wir/decisions/domain';
import { actingPersons, type Deputy, type EarlierPersons } from '@wir/identity/domain';
import { availableActs, type AvailableAct, type LocalDate, type NoticeChannel } from '@wir/shared/kernel';

/** Acts with an address of their own; appeals are recorded by a later part of the product. */
const OFFERED = [
  'edit',
  'cosign',
  'return',
  'sign',
  'void',
  'dispatch',
  'retrieve',
  'waiveAppeal',
] as const satisfies readonly NoticeAct[];
type OfferedAct = (typeof OFFERED)[number];

export interface NoticeActionFacts extends Deputy {
  readonly state: NoticeState;
  readonly roles: readonly string[];
  readonly drafters: EarlierPersons;
  /** Nothing of the mandatory contents is missing. */
  readonly isComplete: boolean;
  readonly channel: NoticeChannel | null;
  readonly retrievedOn: LocalDate | null;
  readonly deemedNotifiedOn: LocalDate | null;
  readonly today: LocalDate;
}

/** What this person may do with the notice now; a disabled act says why, by the code of the refusal it would meet. */
export function noticeActions(facts: NoticeActionFacts): AvailableAct<OfferedAct>[] {
  return availableActs(NOTICE_TRANSITIONS, stateOn(facts, facts.today), facts.roles)
    .filter((act): act is AvailableAct<OfferedAct> => OFFERED.some((offered) => offered === act.action))
    .map((act) => {
      const obstacle = obstacleOf(act.action, facts);
      return obstacle === null ? act : { ...act, allowed: false, reasonCode: obstacle };
    });
}

/** From the day of notification on, the notice is notified, even in the minute before the due job has written it down. */
export function stateOn(
  { state, deemedNotifiedOn }: { readonly state: NoticeState; readonly deemedNotifiedOn: LocalDate | null },
  today: LocalDate,
): NoticeState {
  return state === 'DISPATCHED' && deemedNotifiedOn !== null && deemedNotifiedOn <= today ? 'NOTIFIED' : state;
}

function obstacleOf(act: OfferedAct, facts: NoticeActionFacts): DecisionCode | null {
  switch (act) {
    case 'cosign':
      return facts.state === 'DRAFT' && !facts.isComplete ? 'notice.incomplete' : null;
    case 'sign':
      return facts.state === 'IN_COSIGN' && !maySign(actingPersons(facts, ['HEAD_OF_UNIT']), facts.drafters)
        ? 'notice.signer-is-drafter'
        : null;
    case 'retrieve':
      return retrievalObstacle(facts);
    case 'waiveAppeal':
      return facts.state === 'DISPATCHED' && stateOn(facts, facts.today) === 'DISPATCHED'
        ? 'notice.waiver-before-notification'
        : null;
    default:
      return null;
  }
}

function retrievalObstacle({ channel, retrievedOn }: NoticeActionFacts): DecisionCode | null {
  if (channel !== null && channel !== 'PORTAL') return 'notice.not-in-portal';
  return retrievedOn === null ? null : 'notice.already-retrieved';
}
