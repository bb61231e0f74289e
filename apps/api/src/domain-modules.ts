import { join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import { ApplicationsModule } from '@wir/applications/api';
import { AuditModule } from '@wir/audit/api';
import { BudgetModule } from '@wir/budget/api';
import { DecisionsModule } from '@wir/decisions/api';
import { DisbursementsModule } from '@wir/disbursements/api';
import { DocumentsModule } from '@wir/documents/api';
import { AdministrationModule, IdentityModule } from '@wir/identity/api';
import { NotificationsModule } from '@wir/notifications/api';
import { ProgrammeModule } from '@wir/programme/api';
import { RecordsModule } from '@wir/records/api';
import type { Settings } from '@wir/shared/api';

/** One line per domain; importing the module also registers its permissions, texts and entities. */
export function domainModules(settings: Settings): (Type | DynamicModule)[] {
  return [
    IdentityModule.with(settings),
    AdministrationModule,
    AuditModule,
    DocumentsModule.forRoot({ filesDir: join(settings.dataDir, 'files'), clamd: settings.clamd }),
    ProgrammeModule,
    BudgetModule,
    ApplicationsModule,
    DecisionsModule,
    DisbursementsModule,
    RecordsModule,
    NotificationsModule.with(settings),
  ];
}
