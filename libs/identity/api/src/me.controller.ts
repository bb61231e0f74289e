import { Controller, Get } from '@nestjs/common';
import { isRole } from '@wir/identity/domain';
import { Answers, Current, CurrentRequest, permissionsOf, Requires, Settings, Transactions } from '@wir/shared/api';
import { MeDto } from './me.dto';

@Controller('me')
export class MeController {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Requires('me.read')
  @Answers(MeDto)
  me(@Current() request: CurrentRequest): Promise<MeDto> {
    return this.transactions.read(request, async ({ actor, now, sessionExpiresAt }) => ({
      id: actor.accountId,
      name: actor.name,
      email: actor.email,
      roles: actor.roles.filter(isRole),
      applicantId: actor.applicantId,
      applicantName: actor.applicantName,
      permissions: permissionsOf(actor.roles),
      now: now.toISOString(),
      mode: this.settings.mode,
      sessionExpiresAt: sessionExpiresAt.toISOString(),
    }));
  }
}
