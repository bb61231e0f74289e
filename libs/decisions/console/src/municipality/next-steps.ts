import { deadlinesOf } from '@wir/decisions/domain';
import type { AwardDto, NoticeDto } from '@wir/shared/contract';
import { addMonths, parseLocalDate, type LocalDate } from '@wir/shared/kernel';

export type NextStepCode = 'RETRIEVE' | 'APPEAL' | 'DECLARATION' | 'PROVISION' | 'PAYOUT';

/** What a municipality has to do after a notice, in the order of time. */
export interface NextStep {
  readonly code: NextStepCode;
  readonly done: boolean;
  /** Last day, where one is set. */
  readonly due: string | null;
  /** The provision's own words. */
  readonly text?: string;
}

/** The declaration is due one month after notification (WIR-Förderrichtlinie). */
const DECLARATION_MONTHS = 1;

/** Last day on which the notice can still be fetched from the portal. */
export function retrievableUntil(notice: NoticeDto): LocalDate | null {
  const dispatchedOn = parseLocalDate(notice.dispatchedOn ?? '');
  if (notice.channel !== 'PORTAL' || dispatchedOn === null) return null;
  return deadlinesOf({ channel: 'PORTAL', dispatchedOn, retrievedOn: null }).retrievableUntil;
}

export function nextSteps(notice: NoticeDto, award: AwardDto | undefined): NextStep[] {
  const steps: NextStep[] = [];
  const isFinal = notice.state === 'FINAL';
  if (notice.channel === 'PORTAL')
    steps.push({ code: 'RETRIEVE', done: notice.retrievedOn !== null, due: retrievableUntil(notice) });
  steps.push({ code: 'APPEAL', done: isFinal, due: notice.appealEndsOn });
  if (notice.kind === 'REJECTION') return steps;
  steps.push({
    code: 'DECLARATION',
    done: (award?.declarationReceivedOn ?? null) !== null,
    due: declarationDue(notice),
  });
  for (const { type, text, dueDate } of notice.ancillaryProvisions)
    if (type === 'OBLIGATION' && dueDate) steps.push({ code: 'PROVISION', done: false, due: dueDate, text });
  steps.push({ code: 'PAYOUT', done: isPaid(award), due: null });
  return steps;
}

function declarationDue({ deemedNotifiedOn }: NoticeDto): string | null {
  const day = parseLocalDate(deemedNotifiedOn ?? '');
  return day === null ? null : addMonths(day, DECLARATION_MONTHS);
}

function isPaid(award: AwardDto | undefined): boolean {
  return award !== undefined && award.tranches.every(({ amountCents, paidCents }) => paidCents >= amountCents);
}
