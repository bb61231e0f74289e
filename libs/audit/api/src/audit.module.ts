import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { AuditQueries } from './audit-queries';

/** Its permissions name roles and are registered by identity, which may know them. */
@Module({ controllers: [AuditController], providers: [AuditQueries] })
export class AuditModule {}
