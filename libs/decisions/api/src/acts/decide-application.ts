import { Injectable } from '@nestjs/common';
import {
  announce,
  applicationDto,
  ApplicationRepository,
  moveApplication,
  planOf,
  proposedYearsOf,
  type Application,
  type ApplicationDto,
} from '@wir/applications/api';
import { APPLICATION_TRANSITIONS, assertDecider, decisionProblems } from '@wir/applications/domain';
import { bookingsOf, LedgerPosting, reservedYears } from '@wir/budget/api';
import { planReservationRelease, type YearAmount } from '@wir/budget/domain';
import { totalOf, trancheProblems, tranchesOf } from '@wir/decisions/domain';
import { withRepresented } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { move, refuseProblems, ZERO_CENTS } from '@wir/shared/kernel';
import type { DecideApplicationDto } from '../dto/decision.dto';
import { DraftNotice, type DraftedNotice } from '../draft-notice';
import { yearAmounts } from '../year-amounts';

/** Step 10: a third person decides; award, tranches and the draft of the notice come into being with the decision. */
@Injectable()
export class DecideApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
    private readonly ledger: LedgerPosting,
    private readonly draftNotice: DraftNotice,
  ) {}

  execute(request: CurrentRequest, id: string, decision: DecideApplicationDto): Promise<Answer<ApplicationDto>> {
    return this.transactions.command(request, async (tx) => {
      const application = await this.applications.lock(tx, id);
      const { outcome, reasons } = decision;
      const { to } = move(APPLICATION_TRANSITIONS, application.state, 'decide', tx.actor.roles, outcome);
      assertDecider(
        withRepresented(tx.actor.personId, tx.deputyFor),
        [application.reviewedByPersonId, application.reviewedForPersonId],
        [application.budgetConfirmedByPersonId, application.budgetConfirmedForPersonId],
      );
      const proposed = await proposedYearsOf(tx, id);
      refuseProblems(
        decisionProblems(decision, proposed, await planOf(tx, id)),
        'conflict',
        'application.not-decidable',
      );

      const tranches = outcome === 'REJECTED' ? [] : tranchesOf(yearAmounts(proposed));
      if (outcome === 'REJECTED') await this.releaseReservation(tx, application, request.idempotencyKey);
      else refuseWrongTranches(application, tranches);
      const drafted = await this.draftNotice.execute(tx, application, { outcome, reasons, tranches });
      await this.store(tx, application, decision, tranches, drafted, to);
      announce(tx, application, 'application.decided');
      return applicationDto(tx, id);
    });
  }

  private async releaseReservation(
    tx: Tx,
    { id, programmeId, caseNumber }: Application,
    commandKey: string | null,
  ): Promise<void> {
    const references = { applicationId: id, reason: `Ablehnung von ${caseNumber}` };
    const bookings = bookingsOf(planReservationRelease(await reservedYears(tx, id)), references);
    await this.ledger.post(tx, { programmeId, commandKey, bookings });
  }

  private async store(
    tx: Tx,
    application: Application,
    { outcome, reasons }: DecideApplicationDto,
    tranches: readonly YearAmount[],
    { awardId, noticeId }: DraftedNotice,
    to: Application['state'],
  ): Promise<void> {
    const changes = {
      outcome,
      decisionReasons: reasons,
      decidedByPersonId: tx.actor.personId,
      decidedAt: tx.now,
      approvedCents: tranches.length === 0 ? ZERO_CENTS : totalOf(tranches),
      awardId,
      noticeId,
    };
    await moveApplication(tx, application, to, changes, { action: 'application.decided', reason: reasons });
  }
}

/** The tables hold the same rules; a proposal that breaks them must have been stored around the review. */
function refuseWrongTranches({ periodStart, periodEnd }: Application, tranches: readonly YearAmount[]): void {
  refuseProblems(
    trancheProblems(totalOf(tranches), tranches, { start: periodStart, end: periodEnd }),
    'conflict',
    'application.not-decidable',
  );
}
