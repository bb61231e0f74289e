import { Controller, Get, Req } from '@nestjs/common';
import { AnyField, Answers, HttpProblem, Public, Readiness, TextField } from '@wir/shared/api';
import type { Request } from 'express';
import { isFromThisMachine } from './from-this-machine';

export class HealthDto {
  @TextField({ max: 20 }) status!: string;
}

export class ReadinessDto extends HealthDto {
  @AnyField({ optional: true, description: 'Details of each part; for the machine itself only' }) parts?: object;
}

@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers; whether its database does, is another question. */
  @Get('live')
  @Public()
  @Answers(HealthDto)
  live(): HealthDto {
    return { status: 'live' };
  }

  /** Others learn which parts fail, not how much disk or how old the backup is. */
  @Get('ready')
  @Public()
  @Answers(ReadinessDto)
  async ready(@Req() request: Request): Promise<ReadinessDto> {
    const { ready, failed, parts } = await this.readiness.report();
    const details = isFromThisMachine(request) ? { parts } : {};
    if (!ready)
      throw new HttpProblem(503, 'platform.not-ready', { failed: [...failed], ...details }, { 'Retry-After': '2' });
    return { status: 'ready', ...details };
  }
}
