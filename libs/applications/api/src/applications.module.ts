import { APPLICATION_PERMISSIONS, APPLICATION_TEXTS } from '@wir/applications/domain';
import { Module } from '@nestjs/common';
import { BudgetModule } from '@wir/budget/api';
import { registerConstraintCodes, registerEntities, registerPermissions, registerProblemTexts } from '@wir/shared/api';
import { AnswerCheck } from './acts/answer-check';
import { ConfirmCompleteness } from './acts/confirm-completeness';
import { CreateApplication } from './acts/create-application';
import { ReadAttachment } from './acts/read-attachment';
import { RecommendApplication } from './acts/recommend-application';
import { RemoveAttachment } from './acts/remove-attachment';
import { RequestInformation } from './acts/request-information';
import { RequestSignature } from './acts/request-signature';
import { ReturnFromSignature } from './acts/return-from-signature';
import { SaveFinancingPlan } from './acts/save-financing-plan';
import { SubmitApplication } from './acts/submit-application';
import { UpdateApplication } from './acts/update-application';
import { UploadAttachment } from './acts/upload-attachment';
import { WithdrawApplication } from './acts/withdraw-application';
import { ApplicationsController } from './applications.controller';
import { AttachmentsController } from './attachments.controller';
import { ApplicationListQueries } from './data/application-list.queries';
import { ApplicationEntity } from './data/application.entity';
import { ApplicationRepository } from './data/application.repository';
import { CheckQueries } from './data/check.queries';
import { HistoryQueries } from './data/history.queries';
import { HistoryController } from './history.controller';
import { ReviewController } from './review.controller';
import { SubmissionController } from './submission.controller';

const READS = [ApplicationListQueries, CheckQueries, HistoryQueries, ReadAttachment];
const APPLICANT_ACTS = [
  CreateApplication,
  UpdateApplication,
  SaveFinancingPlan,
  UploadAttachment,
  RemoveAttachment,
  RequestSignature,
  ReturnFromSignature,
  SubmitApplication,
  WithdrawApplication,
];
const STAFF_ACTS = [ConfirmCompleteness, RequestInformation, AnswerCheck, RecommendApplication];

@Module({
  imports: [BudgetModule],
  controllers: [
    ApplicationsController,
    SubmissionController,
    ReviewController,
    AttachmentsController,
    HistoryController,
  ],
  providers: [ApplicationRepository, ...READS, ...APPLICANT_ACTS, ...STAFF_ACTS],
  exports: [ApplicationRepository],
})
export class ApplicationsModule {}

registerEntities(ApplicationEntity);
registerPermissions(APPLICATION_PERMISSIONS);
registerProblemTexts(APPLICATION_TEXTS);
registerConstraintCodes({
  application_one_live_per_module_and_period: 'application.already-exists',
  application_period_not_empty: 'application.period-empty',
  application_state_transition: 'application.wrong-state',
  application_budget_confirmed_by_other_person: 'application.budget-confirmer-is-reviewer',
  application_decided_by_other_person: 'application.decider-took-part',
  information_request_one_open: 'application.wrong-state',
});
