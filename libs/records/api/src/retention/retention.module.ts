import { Module } from '@nestjs/common';
import { RETENTION_PERMISSIONS, RETENTION_TEXTS } from '@wir/records/domain';
import { registerConstraintCodes, registerPermissions, registerProblemTexts } from '@wir/shared/api';
import { DeleteCase } from './acts/delete-case';
import { OfferCases } from './acts/offer-cases';
import { RecordArchiveDecision } from './acts/record-archive-decision';
import { ArchiveListQueries } from './data/archive-list.queries';
import { RetentionQueries } from './data/retention.queries';
import { RetentionController } from './retention.controller';
import { RetentionJob } from './retention-job';
import { UnusedFiles } from './unused-files';

@Module({
  controllers: [RetentionController],
  providers: [
    RetentionQueries,
    ArchiveListQueries,
    OfferCases,
    RecordArchiveDecision,
    DeleteCase,
    RetentionJob,
    UnusedFiles,
  ],
})
export class RetentionModule {}

registerPermissions(RETENTION_PERMISSIONS);
registerProblemTexts(RETENTION_TEXTS);
registerConstraintCodes({
  retention_state_transition: 'retention.wrong-state',
  retention_not_over: 'retention.not-over',
  retention_deleted_after_decision: 'retention.not-decided',
  retention_deleted_by_other_person: 'retention.deleter-is-decider',
  retention_decision_stands: 'retention.already-decided',
});
