import { APPLICATION_TRANSITIONS } from '@wir/applications/domain';
import { Injectable } from '@nestjs/common';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { move } from '@wir/shared/kernel';
import { applicationDto } from '../data/application-dto';
import { ApplicationRepository } from '../data/application.repository';
import { announce, moveApplication } from '../data/move-application';
import type { ApplicationDto } from '../dto/application.dto';

/** Nothing is missing: the review begins, and the case has somebody who works on it. */
@Injectable()
export class ConfirmCompleteness {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
  ) {}

  execute(request: CurrentRequest, id: string): Promise<Answer<ApplicationDto>> {
    return this.transactions.command(request, async (tx) => {
      const application = await this.applications.lock(tx, id);
      const { to } = move(APPLICATION_TRANSITIONS, application.state, 'confirmCompleteness', tx.actor.roles);
      const changes = { assigneeAccountId: application.assigneeAccountId ?? tx.actor.accountId };
      await moveApplication(tx, application, to, changes, { action: 'application.completeness-confirmed' });
      announce(tx, application, 'application.completeness-confirmed');
      return applicationDto(tx, id);
    });
  }
}
