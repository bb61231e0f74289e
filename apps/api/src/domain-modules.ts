import type { DynamicModule, Type } from '@nestjs/common';
import { AuditModule } from '@wir/audit/api';
import { IdentityModule } from '@wir/identity/api';
import type { Settings } from '@wir/shared/api';

/** One line per domain; importing the module also registers its permissions, texts and entities. */
export function domainModules(settings: Settings): (Type | DynamicModule)[] {
  return [
    IdentityModule.with(settings),
    AuditModule,
  ];
}
