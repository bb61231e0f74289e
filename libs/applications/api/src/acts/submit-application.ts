import { APPLICATION_TRANSITIONS, isLate, submissionProblems } from '@wir/applications/domain';
import { Injectable } from '@nestjs/common';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError, move, refuseProblems } from '@wir/shared/kernel';
import { findApplicationDetail, type ApplicationDetailRow } from '../data/application-detail.queries';
import { applicationDto } from '../data/application-dto';
import { toCallRules, toContent } from '../data/application-mapper';
import { ApplicationRepository, type Application } from '../data/application.repository';
import { answerInformationRequest } from '../data/information-request.queries';
import { announce, moveApplication } from '../data/move-application';
import { freezeSubmission } from '../data/submission-snapshot';
import type { ApplicationDto } from '../dto/application.dto';

/** Hands the application in, or answers an information request: the content is frozen and the moment counts as receipt. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
  ) {}

  execute(request: CurrentRequest, id: string): Promise<Answer<ApplicationDto>> {
    return this.transactions.command(request, async (tx) => {
      const application = await this.applications.lock(tx, id);
      const { to } = move(APPLICATION_TRANSITIONS, application.state, 'submit', tx.actor.roles);
      const row = await findApplicationDetail(tx, id);
      refuseProblems(submissionProblems(toContent(row), toCallRules(row)), 'conflict', 'application.not-submittable');
      const receipt = receiptOf(tx, application, row);
      const number = application.submissionCount + 1;
      const contentSha256 = await freezeSubmission(tx, row, number);
      const answers = await answerInformationRequest(tx, id);
      const action = answers ? 'application.information-answered' : 'application.submitted';
      const changes = { ...receipt, submissionCount: number, submittedByPersonId: tx.actor.personId, dueDate: null };
      await moveApplication(tx, application, to, changes, { action, after: { contentSha256 } });
      announce(tx, application, action);
      return applicationDto(tx, id);
    });
  }
}

/** The first receipt decides on the term; answering an information request does not make an application late. */
function receiptOf(
  tx: Tx,
  application: Application,
  { callClosesOn, callIsCutOff }: ApplicationDetailRow,
): Pick<Application, 'submittedAt' | 'late'> {
  if (application.submittedAt !== null) return { submittedAt: application.submittedAt, late: application.late };
  const late = isLate(tx.today, callClosesOn);
  if (late && callIsCutOff) throw new DomainError('conflict', 'application.call-closed');
  return { submittedAt: tx.now, late };
}
