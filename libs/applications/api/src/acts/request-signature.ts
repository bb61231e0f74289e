import { APPLICATION_TRANSITIONS, submissionProblems } from '@wir/applications/domain';
import { Injectable } from '@nestjs/common';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { move, refuseProblems } from '@wir/shared/kernel';
import { findApplicationDetail } from '../data/application-detail.queries';
import { applicationDto } from '../data/application-dto';
import { toCallRules, toContent } from '../data/application-mapper';
import { ApplicationRepository } from '../data/application.repository';
import { announce, moveApplication } from '../data/move-application';
import type { ApplicationDto } from '../dto/application.dto';

/** The editor hands a complete draft to whoever may sign for the municipality. */
@Injectable()
export class RequestSignature {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
  ) {}

  execute(request: CurrentRequest, id: string): Promise<Answer<ApplicationDto>> {
    return this.transactions.command(request, async (tx) => {
      const application = await this.applications.lock(tx, id);
      const { to } = move(APPLICATION_TRANSITIONS, application.state, 'requestSignature', tx.actor.roles);
      const row = await findApplicationDetail(tx, id);
      refuseProblems(submissionProblems(toContent(row), toCallRules(row)), 'conflict', 'application.not-submittable');
      await moveApplication(tx, application, to, {}, { action: 'application.signature-requested' });
      announce(tx, application, 'application.ready-to-sign');
      return applicationDto(tx, id);
    });
  }
}
