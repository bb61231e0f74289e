import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { Answers, Current, CurrentRequest, Id, Refuses, Requires, Transactions, type Answer } from '@wir/shared/api';
import { AwardQueries } from '../data/award.queries';
import { InstalmentPlanDto, InstalmentsDto, ReportVacancyDto } from './instalment.dto';
import { InstalmentQueries } from './instalment.queries';
import { PlanInstalments } from './plan-instalments';

@Controller('awards')
export class InstalmentsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly awards: AwardQueries,
    private readonly queries: InstalmentQueries,
    private readonly planInstalments: PlanInstalments,
  ) {}

  @Get(':id/instalments')
  @Requires('instalment.read')
  @Answers(InstalmentsDto)
  @Refuses('award.not-found')
  list(@Current() request: CurrentRequest, @Id() id: string): Promise<InstalmentsDto> {
    return this.transactions.read(request, async (tx) => this.queries.ofAward(tx, await this.awards.row(tx, id)));
  }

  /** With the version of the award; replaces what has not become a request yet. */
  @Put(':id/instalments')
  @Requires('instalment.plan')
  @Answers(InstalmentsDto)
  @Refuses('award.not-found', 'instalment.plan-invalid', 'instalment.requested-already')
  plan(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: InstalmentPlanDto,
  ): Promise<Answer<InstalmentsDto>> {
    return this.planInstalments.plan(request, id, body);
  }

  @Post(':id/vacancies')
  @Requires('vacancy.report')
  @Answers(InstalmentsDto, 201)
  @Refuses('award.not-found', 'vacancy.component-unknown')
  report(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: ReportVacancyDto,
  ): Promise<Answer<InstalmentsDto>> {
    return this.planInstalments.report(request, id, body);
  }
}
