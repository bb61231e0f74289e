import { Module } from '@nestjs/common';
import { registerConstraintCodes, registerProblemTexts } from '@wir/shared/api';
import { AnchorFiles } from './anchors/anchor-files';
import { AnchorJob } from './anchors/anchor-job';
import { AnchorKeys } from './anchors/anchor-keys';
import { AnchorQueries } from './anchors/anchor-queries';
import { AuditController } from './audit.controller';
import { AuditQueries } from './audit-queries';
import { AuditVerification } from './audit-verification';
import { ReadQueries } from './reads/read-queries';

/** Its permissions name roles and are registered by identity, which may know them. */
@Module({
  controllers: [AuditController],
  providers: [AuditQueries, AuditVerification, ReadQueries, AnchorKeys, AnchorFiles, AnchorQueries, AnchorJob],
  exports: [AnchorKeys, AnchorQueries],
})
export class AuditModule {}

registerConstraintCodes({
  audit_without_conflict_of_interest: 'auth.conflict-of-interest',
  audit_delegation_lives: 'auth.delegation-ended',
});
registerProblemTexts({
  'auth.conflict-of-interest':
    'Für diese Kommune ist bei Ihnen eine Befangenheit vermerkt. Bitte geben Sie den Vorgang ab.',
  'auth.delegation-ended': 'Die Vertretung, in der Sie handeln, ist beendet. Bitte laden Sie neu.',
});
