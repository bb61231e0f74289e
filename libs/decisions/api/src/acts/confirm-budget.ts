import { Injectable } from '@nestjs/common';
import {
  announce,
  applicationDto,
  ApplicationRepository,
  moveApplication,
  proposedYearsOf,
  type ApplicationDto,
} from '@wir/applications/api';
import { APPLICATION_TRANSITIONS, assertBudgetConfirmer } from '@wir/applications/domain';
import { bookingsOf, LedgerPosting } from '@wir/budget/api';
import { planReservation } from '@wir/budget/domain';
import { withRepresented } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { move } from '@wir/shared/kernel';
import { yearAmounts } from '../year-amounts';

/** Step 9: the proposed sums of all years are reserved, or none. Who reviewed does not confirm the budget. */
@Injectable()
export class ConfirmBudget {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
    private readonly ledger: LedgerPosting,
  ) {}

  execute(request: CurrentRequest, id: string): Promise<Answer<ApplicationDto>> {
    return this.transactions.command(request, async (tx) => {
      const application = await this.applications.lock(tx, id);
      const { to } = move(APPLICATION_TRANSITIONS, application.state, 'confirmBudget', tx.actor.roles);
      const { reviewedByPersonId, reviewedForPersonId } = application;
      assertBudgetConfirmer(withRepresented(tx.actor.personId, tx.deputyFor), [
        reviewedByPersonId,
        reviewedForPersonId,
      ]);

      const years = yearAmounts(await proposedYearsOf(tx, id));
      const references = { applicationId: id, reason: `Vormerkung für ${application.caseNumber}` };
      const bookings = bookingsOf(planReservation(years), references);
      await this.ledger.post(tx, {
        programmeId: application.programmeId,
        commandKey: request.idempotencyKey,
        bookings,
      });
      await moveApplication(
        tx,
        application,
        to,
        {
          budgetConfirmedByPersonId: tx.actor.personId,
          budgetConfirmedForPersonId: tx.deputyFor?.personId ?? null,
        },
        { action: 'application.budget-confirmed', after: { reservedYears: years } },
      );
      announce(tx, application, 'application.budget-confirmed');
      return applicationDto(tx, id);
    });
  }
}
