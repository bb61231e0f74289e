import { APPLICATION_TRANSITIONS } from '@wir/applications/domain';
import { Injectable } from '@nestjs/common';
import { bookingsOf, LedgerPosting } from '@wir/budget/api';
import { planReservationRelease } from '@wir/budget/domain';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { cents, fiscalYear, move } from '@wir/shared/kernel';
import { applicationDto } from '../data/application-dto';
import { ApplicationRepository, type Application } from '../data/application.repository';
import { announce, moveApplication } from '../data/move-application';
import type { ReasonDto } from '../dto/application-content.dto';
import type { ApplicationDto } from '../dto/application.dto';

const RESERVED = 'SELECT year, amount_cents AS "amountCents" FROM budget.reserved_of($1)';

/** The municipality takes its application back (Antragsrücknahme); money reserved for it is free again in the same transaction. */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
    private readonly ledger: LedgerPosting,
  ) {}

  execute(request: CurrentRequest, id: string, { reason }: ReasonDto): Promise<Answer<ApplicationDto>> {
    return this.transactions.command(request, async (tx) => {
      const application = await this.applications.lock(tx, id);
      const { to } = move(APPLICATION_TRANSITIONS, application.state, 'withdraw', tx.actor.roles);
      await this.releaseReservation(tx, application, request.idempotencyKey);
      await moveApplication(tx, application, to, { dueDate: null }, { action: 'application.withdrawn', reason });
      announce(tx, application, 'application.withdrawn');
      return applicationDto(tx, id);
    });
  }

  private async releaseReservation(
    tx: Tx,
    { id, programmeId, caseNumber }: Application,
    commandKey: string | null,
  ): Promise<void> {
    const rows = await tx.query<{ year: number; amountCents: number }>(RESERVED, [id]);
    const reserved = rows.map(({ year, amountCents }) => ({ year: fiscalYear(year), amountCents: cents(amountCents) }));
    const references = { applicationId: id, reason: `Antrag ${caseNumber} zurückgenommen` };
    await this.ledger.post(tx, {
      programmeId,
      commandKey,
      bookings: bookingsOf(planReservationRelease(reserved), references),
    });
  }
}
