import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import {
  Answers,
  Current,
  Id,
  ReadsPersonalData,
  Refuses,
  Requires,
  Transactions,
  type Answer,
  type CurrentRequest,
} from '@wir/shared/api';
import { CreateApplication } from './acts/create-application';
import { SaveFinancingPlan } from './acts/save-financing-plan';
import { UpdateApplication } from './acts/update-application';
import { applicationDto } from './data/application-dto';
import { ApplicationListQueries } from './data/application-list.queries';
import { CreateApplicationDto, UpdateApplicationDto } from './dto/application-content.dto';
import { ApplicationPageDto, ApplicationQueryDto } from './dto/application-list.dto';
import { ApplicationDto } from './dto/application.dto';
import { FinancingPlanDto } from './dto/financing-plan.dto';

@Controller('applications')
export class ApplicationsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: ApplicationListQueries,
    private readonly createApplication: CreateApplication,
    private readonly updateApplication: UpdateApplication,
    private readonly saveFinancingPlan: SaveFinancingPlan,
  ) {}

  @Get()
  @Requires('application.read')
  @Answers(ApplicationPageDto)
  list(@Current() request: CurrentRequest, @Query() query: ApplicationQueryDto): Promise<ApplicationPageDto> {
    return this.queries.list(request, query);
  }

  @Get(':id')
  @Requires('application.read')
  @ReadsPersonalData('APPLICATION')
  @Answers(ApplicationDto)
  @Refuses('application.not-found')
  read(@Current() request: CurrentRequest, @Id() id: string): Promise<ApplicationDto> {
    return this.transactions.read(request, (tx) => applicationDto(tx, id));
  }

  @Post()
  @Requires('application.create')
  @Answers(ApplicationDto, 201)
  @Refuses(
    'application.call-unknown',
    'application.module-not-in-call',
    'application.call-not-open',
    'application.call-closed',
    'application.already-exists',
  )
  create(@Current() request: CurrentRequest, @Body() body: CreateApplicationDto): Promise<Answer<ApplicationDto>> {
    return this.createApplication.execute(request, body);
  }

  @Patch(':id')
  @Requires('application.edit')
  @Answers(ApplicationDto)
  @Refuses(
    'application.not-found',
    'application.wrong-state',
    'application.period-empty',
    'application.period-outside-call',
    'application.already-exists',
  )
  update(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: UpdateApplicationDto,
  ): Promise<Answer<ApplicationDto>> {
    return this.updateApplication.execute(request, id, body);
  }

  @Put(':id/financing-plan')
  @Requires('application.edit')
  @Answers(ApplicationDto)
  @Refuses('application.not-found', 'application.wrong-state', 'application.plan-invalid')
  savePlan(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: FinancingPlanDto,
  ): Promise<Answer<ApplicationDto>> {
    return this.saveFinancingPlan.execute(request, id, body);
  }
}
