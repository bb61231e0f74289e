import {
  APPLICATION_TRANSITIONS,
  informationRequestDueDate,
  informationRequestProblems,
} from '@wir/applications/domain';
import { Injectable } from '@nestjs/common';
import { legalParameterAt } from '@wir/programme/api';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { move, refuseProblems, type LocalDate } from '@wir/shared/kernel';
import { applicationDto } from '../data/application-dto';
import { ApplicationRepository } from '../data/application.repository';
import { openInformationRequest } from '../data/information-request.queries';
import { announce, moveApplication } from '../data/move-application';
import type { ApplicationDto } from '../dto/application.dto';
import type { RequestInformationDto } from '../dto/information-request.dto';

/** Nachforderung: the application goes back to the municipality with a list and a day. */
@Injectable()
export class RequestInformation {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
  ) {}

  execute(
    request: CurrentRequest,
    id: string,
    { items, dueDate: wantedDay }: RequestInformationDto,
  ): Promise<Answer<ApplicationDto>> {
    return this.transactions.command(request, async (tx) => {
      const application = await this.applications.lock(tx, id);
      const { to } = move(APPLICATION_TRANSITIONS, application.state, 'requestInformation', tx.actor.roles);
      const dueDate = wantedDay ?? (await usualDueDate(tx));
      refuseProblems(
        informationRequestProblems(items, dueDate, tx.today),
        'invalid',
        'application.information-request-invalid',
      );
      await openInformationRequest(tx, application, items, dueDate);
      const changes = { dueDate, assigneeAccountId: application.assigneeAccountId ?? tx.actor.accountId };
      await moveApplication(tx, application, to, changes, {
        action: 'application.information-requested',
        after: { items },
      });
      announce(tx, application, 'application.information-requested');
      return applicationDto(tx, id);
    });
  }
}

async function usualDueDate(tx: Tx): Promise<LocalDate> {
  return informationRequestDueDate(tx.today, await legalParameterAt(tx, 'info_request_days', tx.today));
}
