import { Injectable } from '@nestjs/common';
import { AWARD_TRANSITIONS, NOTICE_TRANSITIONS, type DispatchedNotice, type NoticeAct } from '@wir/decisions/domain';
import { updateVersioned, type Tx } from '@wir/shared/api';
import { move } from '@wir/shared/kernel';
import { AwardRepository } from './data/award.repository';
import { NoticeRepository, type Notice, type NoticeChanges } from './data/notice.repository';
import { announceNotice, traceAward, traceNotice } from './traces';

const SYSTEM = ['SYSTEM'];

/** What the calendar or a waiver does to a dispatched notice; used by the due jobs and by the waiver alike. */
@Injectable()
export class NoticeProgress {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly awards: AwardRepository,
  ) {}

  /** The day of notification has begun. */
  async notify(tx: Tx, notice: Notice): Promise<Notice> {
    const { to } = move(NOTICE_TRANSITIONS, notice.state, 'notify', SYSTEM);
    const version = await this.notices.update(tx, notice, { state: to });
    traceNotice(tx, notice, {
      action: 'notice.notified',
      toState: to,
      version,
      after: { deemedNotifiedOn: notice.deemedNotifiedOn },
    });
    announceNotice(tx, notice, 'notice.notified', version);
    return { ...notice, state: to, version };
  }

  /** The provision has ended without retrieval: nothing was notified. */
  async expireRetrieval(tx: Tx, notice: Notice): Promise<void> {
    const { to } = move(NOTICE_TRANSITIONS, notice.state, 'expireRetrieval', SYSTEM);
    const version = await this.notices.update(tx, notice, { state: to });
    traceNotice(tx, notice, {
      action: 'notice.not-retrieved',
      toState: to,
      version,
      after: { dispatchedOn: notice.dispatchedOn },
    });
    announceNotice(tx, notice, 'notice.not-retrieved', version);
  }

  /** Nobody can challenge the notice any more; the award, if it is a grant, becomes final with it. */
  async finalise(
    tx: Tx,
    notice: Notice,
    by: { readonly act: NoticeAct; readonly roles: readonly string[] },
    changes: NoticeChanges = {},
  ): Promise<void> {
    const { to } = move(NOTICE_TRANSITIONS, notice.state, by.act, by.roles);
    await this.finaliseAward(tx, notice);
    const version = await this.notices.update(tx, notice, { ...changes, state: to });
    const action = by.act === 'waiveAppeal' ? 'notice.appeal-waived' : 'notice.became-final';
    traceNotice(tx, notice, {
      action,
      toState: to,
      version,
      after: { finalOn: changes['final_on'] ?? notice.finalOn },
    });
    announceNotice(tx, notice, 'notice.final', version);
  }

  private async finaliseAward(tx: Tx, { awardId }: Notice): Promise<void> {
    if (awardId === null) return;
    const award = await this.awards.lock(tx, awardId);
    const { to } = move(AWARD_TRANSITIONS, award.state, 'finalise', SYSTEM);
    const version = await updateVersioned(tx, 'decisions.award', awardId, award.version, { state: to });
    traceAward(tx, award, 'award.became-final', to, version);
  }
}

/** How and when a notice went out; only a dispatched one can be asked. */
export function dispatchOf({
  channel,
  dispatchedOn,
  retrievedOn,
  appealWaivedOn,
  isFaulty,
  court,
}: Notice): DispatchedNotice {
  if (channel === null || dispatchedOn === null) throw new Error('The notice was not dispatched');
  return { channel, dispatchedOn, retrievedOn, appealWaivedOn, isFaulty, court };
}
