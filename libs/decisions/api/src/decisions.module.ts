import { Module } from '@nestjs/common';
import { ApplicationsModule } from '@wir/applications/api';
import { BudgetModule } from '@wir/budget/api';
import { DECISION_PERMISSIONS, DECISION_TEXTS } from '@wir/decisions/domain';
import { registerConstraintCodes, registerPermissions, registerProblemTexts } from '@wir/shared/api';
import { ConfirmBudget } from './acts/confirm-budget';
import { CosignNotice } from './acts/cosign-notice';
import { DecideApplication } from './acts/decide-application';
import { DispatchNotice } from './acts/dispatch-notice';
import { EditNotice } from './acts/edit-notice';
import { ReadDocument } from './acts/read-document';
import { RetrieveNotice } from './acts/retrieve-notice';
import { ReturnNotice } from './acts/return-notice';
import { SignNotice } from './acts/sign-notice';
import { VoidNotice } from './acts/void-notice';
import { WaiveAppeal } from './acts/waive-appeal';
import { ApplicationDecisionController } from './application-decision.controller';
import { AwardRepository } from './data/award.repository';
import { LegalParameterQueries } from './data/legal-parameters.queries';
import { NoticeLetterQueries } from './data/notice-letter.queries';
import { NoticeQueries } from './data/notice.queries';
import { NoticeRepository } from './data/notice.repository';
import { DeadlinesController } from './deadlines.controller';
import { DeliveryController } from './delivery.controller';
import { DraftNotice } from './draft-notice';
import { DueNotices } from './jobs/due-notices';
import { NoticeProgress } from './notice-progress';
import { NoticesController } from './notices.controller';
import { SignatureController } from './signature.controller';
import { SignedDocuments } from './signed-documents';

const DATA = [AwardRepository, NoticeRepository, NoticeQueries, NoticeLetterQueries, LegalParameterQueries];
const ACTS = [
  ConfirmBudget,
  DecideApplication,
  EditNotice,
  CosignNotice,
  ReturnNotice,
  SignNotice,
  VoidNotice,
  DispatchNotice,
  RetrieveNotice,
  WaiveAppeal,
  ReadDocument,
];

@Module({
  imports: [BudgetModule, ApplicationsModule],
  controllers: [
    ApplicationDecisionController,
    NoticesController,
    SignatureController,
    DeliveryController,
    DeadlinesController,
  ],
  providers: [...DATA, ...ACTS, DraftNotice, SignedDocuments, NoticeProgress, DueNotices],
  exports: [AwardRepository],
})
export class DecisionsModule {}

registerPermissions(DECISION_PERMISSIONS);
registerProblemTexts({
  ...DECISION_TEXTS,
  'deadline.retrieved-before-provision': 'Der Abruf liegt vor der Bereitstellung.',
  'parameter.not-in-force': 'Für diesen Tag ist kein Rechtsparameter hinterlegt.',
});
registerConstraintCodes({
  notice_state_transition: 'notice.wrong-state',
  award_state_transition: 'award.wrong-state',
  notice_signed_by_other_person: 'notice.signer-is-drafter',
  notice_signed_is_immutable: 'notice.wrong-state',
  notice_waiver_not_before_notification: 'notice.waiver-before-notification',
  award_once_per_application: 'application.wrong-state',
  award_tranches_sum_to_total: 'award.tranches-differ-from-total',
});
