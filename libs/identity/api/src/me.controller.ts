import { Controller, Get } from '@nestjs/common';
import { isRole } from '@wir/identity/domain';
import {
  Answers,
  Current,
  CurrentRequest,
  DuringEnrolment,
  factorFreshUntil,
  mustEnrol,
  permissionsOf,
  Requires,
  Settings,
  Transactions,
  type Actor,
} from '@wir/shared/api';
import { MeDto } from './me.dto';

@Controller('me')
export class MeController {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Requires('me.read')
  @DuringEnrolment()
  @Answers(MeDto)
  me(@Current() request: CurrentRequest): Promise<MeDto> {
    return this.transactions.read(request, async ({ actor, now, sessionExpiresAt, idleEndsAt }) => ({
      id: actor.accountId,
      personId: actor.personId,
      familyId: actor.familyId,
      name: actor.name,
      email: actor.email,
      roles: actor.roles.filter(isRole),
      applicantId: actor.applicantId,
      applicantName: actor.applicantName,
      permissions: permissionsOf(actor.roles),
      now: now.toISOString(),
      mode: this.settings.mode,
      sessionExpiresAt: sessionExpiresAt.toISOString(),
      idleEndsAt: idleEndsAt?.toISOString() ?? null,
      hasFactor: actor.hasFactor,
      mustEnrol: this.mustEnrol(actor),
      factorFreshUntil: factorFreshUntil(actor.factorAt)?.toISOString() ?? null,
      delegations: actor.delegations.map(({ role, name, until }) => ({
        role,
        name,
        until: new Date(until).toISOString(),
      })),
    }));
  }

  private mustEnrol({ hasFactor, applicantId, ownRoles }: Actor): boolean {
    const session = { has_factor: hasFactor, applicant_id: applicantId, own_roles: [...ownRoles] };
    return mustEnrol(this.settings.secondFactor, session);
  }
}
