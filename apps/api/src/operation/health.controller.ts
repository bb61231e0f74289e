import { Controller, Get } from '@nestjs/common';
import { Answers, Database, HttpProblem, Public, TextField } from '@wir/shared/api';

export class HealthDto {
  @TextField({ max: 20 }) status!: string;
}

@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process answers; whether its database does, is another question. */
  @Get('live')
  @Public()
  @Answers(HealthDto)
  live(): HealthDto {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  @Answers(HealthDto)
  async ready(): Promise<HealthDto> {
    if (!(await this.database.isReachable()))
      throw new HttpProblem(503, 'platform.database-unavailable', {}, { 'Retry-After': '2' });
    return { status: 'ready' };
  }
}
