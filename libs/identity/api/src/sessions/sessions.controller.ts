import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import {
  Answers,
  BooleanField,
  Current,
  CurrentRequest,
  DuringEnrolment,
  EmptyDto,
  EnumField,
  Id,
  ListField,
  MomentField,
  Refuses,
  Requires,
  TextField,
  UuidField,
  WithoutIfMatch,
  WithoutKey,
} from '@wir/shared/api';
import { OwnSessions } from './own-sessions';

export class OwnSessionDto {
  @UuidField() id!: string;
  @EnumField(['PASSWORD', 'PASSKEY', 'OIDC']) method!: string;
  @TextField({ max: 120, nullable: true }) userAgent!: string | null;
  @TextField({ max: 60, nullable: true }) address!: string | null;
  @MomentField() startedAt!: string;
  @MomentField() lastUsedAt!: string;
  @BooleanField() current!: boolean;
}

export class OwnSessionListDto {
  @ListField(() => OwnSessionDto) items!: OwnSessionDto[];
}

/** Where somebody is signed in, and ending what should not be. */
@Controller('me/sessions')
export class SessionsController {
  constructor(private readonly sessions: OwnSessions) {}

  @Get()
  @Requires('me.read')
  @DuringEnrolment()
  @Answers(OwnSessionListDto)
  async list(@Current() current: CurrentRequest): Promise<OwnSessionListDto> {
    return { items: await this.sessions.list(current) };
  }

  @Delete(':id')
  @Requires('me.manage')
  @DuringEnrolment()
  @WithoutIfMatch()
  @Answers(null, 204)
  @Refuses('auth.session-not-found', 'auth.session-is-current')
  async end(@Current() current: CurrentRequest, @Id() id: string): Promise<void> {
    await this.sessions.end(current, id);
  }

  @Post('ending')
  @Requires('me.manage')
  @DuringEnrolment()
  @WithoutKey()
  @Answers(null, 204)
  async endOthers(@Current() current: CurrentRequest, @Body() _body: EmptyDto): Promise<void> {
    await this.sessions.endOthers(current);
  }
}
