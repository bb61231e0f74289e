import { Module } from '@nestjs/common';
import { AUDIT_PERMISSIONS } from '@wir/identity/domain';
import { registerPermissions } from '@wir/shared/api';
import { AuditController } from './audit.controller';
import { AuditQueries } from './audit-queries';

@Module({ controllers: [AuditController], providers: [AuditQueries] })
export class AuditModule {}

registerPermissions(AUDIT_PERMISSIONS);
