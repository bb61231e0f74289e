import { Body, Controller, Get, Put } from '@nestjs/common';
import { isRole } from '@wir/identity/domain';
import { Answers, Database, DueJobs, Public, WithoutIfMatch } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';
import { ClockDto, DemoAccountDto, DemoAccountListDto, MoveClockDto } from './demo.dto';

interface AccountRow {
  readonly email: string;
  readonly name: string;
  readonly roles: string[];
  readonly applicant_name: string | null;
}

/** Exists in demo mode only: in production the module is not loaded and the addresses are unknown. */
@Controller('demo')
export class DemoController {
  constructor(
    private readonly database: Database,
    private readonly dueJobs: DueJobs,
  ) {}

  @Get('accounts')
  @Public()
  @Answers(DemoAccountListDto)
  async accounts(): Promise<DemoAccountListDto> {
    const rows = await this.call<AccountRow>('SELECT email, name, roles, applicant_name FROM identity.demo_accounts()');
    const items: DemoAccountDto[] = rows.map((row) => ({
      email: row.email,
      name: row.name,
      roles: row.roles.filter(isRole),
      applicantName: row.applicant_name,
    }));
    return { items };
  }

  @Put('clock')
  @Public()
  @WithoutIfMatch()
  @Answers(ClockDto)
  async moveClock(@Body() body: MoveClockDto): Promise<ClockDto> {
    await this.dueJobs.moveClock(new Date(body.now));
    const [clock] = await this.call<{ now: Date; today: LocalDate }>(
      'SELECT platform.now() AS now, platform.today() AS today',
    );
    if (!clock) throw new Error('The clock did not answer');
    return { now: clock.now.toISOString(), today: clock.today };
  }

  private call<Row extends object>(sql: string): Promise<Row[]> {
    return this.database.withConnection(async ({ client }) => (await client.query<Row>(sql)).rows);
  }
}
