import {
  arePersonsDifferent,
  assertDifferentPersons,
  type ActingPersons,
  type EarlierPersons,
} from '@wir/identity/domain';
import {
  addDays,
  computeDeadlines,
  DEADLINE_PARAMETERS,
  DomainError,
  parameterAt,
  type Deadlines,
  type LocalDate,
  type NoticeChannel,
} from '@wir/shared/kernel';
import type { DecisionOutcome } from '@wir/applications/domain';
import type { NoticeKind } from './notice-state';

export function noticeKindOf(outcome: DecisionOutcome): NoticeKind {
  return outcome === 'REJECTED' ? 'REJECTION' : 'GRANT';
}

/** The final signature is given by another person than the drafter, over exactly the bytes that were previewed. */
export function assertSignable(
  signer: { readonly persons: ActingPersons; readonly documentSha256: string },
  notice: { readonly drafters: EarlierPersons; readonly documentSha256: string | null },
): void {
  assertDifferentPersons('notice.signer-is-drafter', signer.persons, [notice.drafters].flat());
  if (signer.documentSha256 !== notice.documentSha256) throw new DomainError('conflict', 'notice.document-changed');
}

export function maySign(signers: ActingPersons, drafters: EarlierPersons): boolean {
  return arePersonsDifferent(signers, [drafters].flat());
}

/** A dispatch is recorded, not planned: from the day of signature to today. */
export function assertDispatchDay(day: LocalDate, signedOn: LocalDate, today: LocalDate): void {
  if (day > today) throw new DomainError('unprocessable', 'notice.dispatch-in-future', { latestDate: today });
  if (day < signedOn)
    throw new DomainError('unprocessable', 'notice.dispatch-before-signature', { earliestDate: signedOn });
}

export interface DispatchedNotice {
  readonly channel: NoticeChannel;
  readonly dispatchedOn: LocalDate;
  readonly retrievedOn: LocalDate | null;
  readonly appealWaivedOn?: LocalDate | null;
  readonly isFaulty?: boolean;
  readonly court?: string | null;
}

/** The legal dates of a dispatched notice, with their reasoning. */
export function deadlinesOf(notice: DispatchedNotice, parameters = DEADLINE_PARAMETERS): Deadlines {
  return computeDeadlines({
    channel: notice.channel,
    date: notice.dispatchedOn,
    retrievedOn: notice.retrievedOn,
    waivedOn: notice.appealWaivedOn ?? null,
    noticeFaulty: notice.isFaulty ?? false,
    court: notice.court ?? null,
    parameters,
  });
}

/** Retrieval counts once, in the portal, while the notice is provided (§ 41 Abs. 2a HVwVfG). */
export function assertRetrievable(notice: DispatchedNotice, today: LocalDate, parameters = DEADLINE_PARAMETERS): void {
  if (notice.channel !== 'PORTAL') throw new DomainError('conflict', 'notice.not-in-portal');
  if (notice.retrievedOn !== null)
    throw new DomainError('conflict', 'notice.already-retrieved', { retrievedOn: notice.retrievedOn });
  const retrievableUntil = retrievableUntilOf(notice, parameters);
  if (today > retrievableUntil) throw new DomainError('conflict', 'notice.retrieval-too-late', { retrievableUntil });
}

/** The due job: a provision that was not retrieved in time has ended and notified nothing. */
export function isRetrievalExpired(
  notice: DispatchedNotice,
  today: LocalDate,
  parameters = DEADLINE_PARAMETERS,
): boolean {
  return notice.channel === 'PORTAL' && notice.retrievedOn === null && today > retrievableUntilOf(notice, parameters);
}

function retrievableUntilOf({ dispatchedOn }: DispatchedNotice, parameters = DEADLINE_PARAMETERS): LocalDate {
  return addDays(dispatchedOn, parameterAt(parameters, 'portal_limit_days', dispatchedOn).value);
}

/** A waiver before notification is void, so it is not accepted. */
export function assertWaivable(deemedNotifiedOn: LocalDate | null, today: LocalDate): void {
  if (deemedNotifiedOn === null || today < deemedNotifiedOn)
    throw new DomainError('conflict', 'notice.waiver-before-notification', { earliestDate: deemedNotifiedOn });
}
