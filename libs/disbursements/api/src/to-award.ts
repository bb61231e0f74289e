import { AWARD_TRANSITIONS, isPublic } from '@wir/decisions/domain';
import type { ActionDto, Actor } from '@wir/shared/api';
import { availableActs, cents, fiscalYearOf, type LocalDate } from '@wir/shared/kernel';
import type { AwardRow, TrancheRow } from './data/award-row';
import type { AwardDto, TrancheDto } from './dto/award.dto';
import { gateRefusal, gatesOf, type GateFacts } from './request-gates';
import { toBankAccount } from './to-bank-account';

export function toAward(row: AwardRow, actor: Actor, today: LocalDate): AwardDto {
  const account = row.proposed_account ?? row.confirmed_account;
  const facts = awardFactsOf(row, yearOfInterest(row, today));
  // The press reads what was granted; bank data are for the two sides of the case.
  const seesBankData = actor.applicantId !== null || actor.roles.some((role) => role !== 'PRESS_VIEWER');
  return {
    id: row.id,
    awardNumber: row.award_number,
    applicationId: row.application_id,
    caseNumber: row.case_number,
    noticeId: row.notice_id,
    applicantId: row.applicant_id,
    applicantName: row.applicant_name,
    state: row.state,
    totalCents: row.total_cents,
    tranches: row.tranches.map(toTranche),
    periodStart: row.period_start,
    periodEnd: row.period_end,
    declarationReceivedOn: row.declaration_received_on,
    bankAccount: account === null || !seesBankData ? null : toBankAccount(account, actor),
    payoutAccount: row.confirmed_account === null || !seesBankData ? null : toBankAccount(row.confirmed_account, actor),
    payoutGates: gatesOf(facts),
    actions: actionsOf(row, facts, actor, today),
    version: row.version,
  };
}

/** What the gates ask of an award for one year; amounts and checks come with a request. */
export function awardFactsOf(row: AwardRow, year: number): GateFacts {
  const tranche = row.tranches.find((each) => each.year === year);
  return {
    awardState: row.state,
    noticeState: row.notice_state,
    deemedNotifiedOn: row.deemed_notified_on,
    finalOn: row.final_on,
    appealWaivedOn: row.appeal_waived_on,
    declarationReceivedOn: row.declaration_received_on,
    proposedAccountId: row.proposed_account?.id ?? null,
    confirmedAccountId: row.confirmed_account?.id ?? null,
    blocks: row.blocks,
    hasLegalGround: row.legal_ground_years.includes(year),
    year,
    yearState: tranche?.year_state ?? null,
    trancheOpenCents: tranche === undefined ? null : openOf(tranche),
    checkedAccountId: null,
  };
}

/** Bank data may come from the day of notification on; the job that writes the state may run some minutes into the day. */
export function isNotified(row: AwardRow, today: LocalDate): boolean {
  if (isPublic(row.notice_state)) return true;
  return row.notice_state === 'DISPATCHED' && row.deemed_notified_on !== null && row.deemed_notified_on <= today;
}

function toTranche(row: TrancheRow): TrancheDto {
  return {
    year: row.year,
    amountCents: row.amount_cents,
    requestedCents: row.requested_cents,
    orderedCents: row.ordered_cents,
    paidCents: row.paid_cents,
    openCents: openOf(row),
  };
}

/** What of a tranche no request stands for. */
export function openOf(row: TrancheRow): TrancheRow['amount_cents'] {
  return cents(row.amount_cents - row.requested_cents - row.ordered_cents - row.paid_cents);
}

/** The year of today where money is granted for it, else the first to come, else the last. */
function yearOfInterest({ tranches }: AwardRow, today: LocalDate): number {
  const current = fiscalYearOf(today);
  return (tranches.find(({ year }) => year >= current) ?? tranches.at(-1))?.year ?? current;
}

function actionsOf(row: AwardRow, facts: GateFacts, actor: Actor, today: LocalDate): ActionDto[] {
  const undeclarable = isNotified(row, today) ? null : 'award.not-notified';
  return availableActs(AWARD_TRANSITIONS, row.state, actor.roles)
    .filter(({ action }) => action === 'declare' || action === 'requestDisbursement')
    .map((act) => {
      const refusal = act.action === 'declare' ? undeclarable : (gateRefusal('create', facts)?.code ?? null);
      const reasonCode = act.allowed ? refusal : (refusal ?? act.reasonCode);
      return { ...act, allowed: act.allowed && refusal === null, reasonCode };
    });
}
