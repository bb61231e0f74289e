import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import {
  Answers,
  Current,
  CurrentRequest,
  EmptyDto,
  Id,
  Refuses,
  Requires,
  StepUp,
  Transactions,
  type Answer,
} from '@wir/shared/api';
import { BudgetQueries } from '../data/budget.queries';
import {
  BudgetScenarioDto,
  BudgetScenarioPageDto,
  BudgetScenarioQueryDto,
  CreateBudgetScenarioDto,
  DecideBudgetScenarioDto,
  ProposeBudgetScenarioDto,
  UpdateBudgetScenarioDto,
} from './budget-scenario.dto';
import { BudgetScenarioQueries } from './budget-scenario.queries';
import { ApplyScenario } from './apply-scenario';
import { CloseScenario } from './close-scenario';
import { EditScenario } from './edit-scenario';
import { ProposeScenario } from './propose-scenario';
import { ScenarioBasisDto } from './scenario-basis.dto';
import { ScenarioBasisQueries } from './scenario-basis.queries';

const MEASURES = [
  'budget-scenario.measure-incomplete',
  'budget-scenario.measure-out-of-range',
  'budget-scenario.measure-same-year',
] as const;

/** Planspiele: what if … computed from today, proposed by one person, booked as budget acts by another. */
@Controller('budget-scenarios')
export class BudgetScenariosController {
  constructor(
    private readonly transactions: Transactions,
    private readonly budget: BudgetQueries,
    private readonly bases: ScenarioBasisQueries,
    private readonly queries: BudgetScenarioQueries,
    private readonly editScenario: EditScenario,
    private readonly proposeScenario: ProposeScenario,
    private readonly applyScenario: ApplyScenario,
    private readonly closeScenario: CloseScenario,
  ) {}

  @Get()
  @Requires('budget.read')
  @Answers(BudgetScenarioPageDto)
  list(@Current() request: CurrentRequest, @Query() query: BudgetScenarioQueryDto): Promise<BudgetScenarioPageDto> {
    return this.transactions.read(request, (tx) => this.queries.list(tx, query));
  }

  @Get('basis')
  @Requires('budget.read')
  @Answers(ScenarioBasisDto)
  basis(@Current() request: CurrentRequest): Promise<ScenarioBasisDto> {
    return this.transactions.read(request, async (tx) => this.bases.basis(tx, await this.budget.programmeId(tx)));
  }

  @Get(':id')
  @Requires('budget.read')
  @Answers(BudgetScenarioDto)
  @Refuses('budget-scenario.not-found')
  read(@Current() request: CurrentRequest, @Id() id: string): Promise<BudgetScenarioDto> {
    return this.transactions.read(request, (tx) => this.queries.one(tx, id));
  }

  @Post()
  @Requires('budget-scenario.edit')
  @Answers(BudgetScenarioDto, 201)
  @Refuses(...MEASURES)
  create(
    @Current() request: CurrentRequest,
    @Body() body: CreateBudgetScenarioDto,
  ): Promise<Answer<BudgetScenarioDto>> {
    return this.editScenario.create(request, body);
  }

  @Patch(':id')
  @Requires('budget-scenario.edit')
  @Answers(BudgetScenarioDto)
  @Refuses('budget-scenario.not-found', 'budget-scenario.wrong-state', ...MEASURES)
  update(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: UpdateBudgetScenarioDto,
  ): Promise<Answer<BudgetScenarioDto>> {
    return this.editScenario.update(request, id, body);
  }

  @Post(':id/proposal')
  @StepUp()
  @Requires('budget-scenario.edit')
  @Answers(BudgetScenarioDto)
  @Refuses(
    'budget-scenario.not-found',
    'budget-scenario.wrong-state',
    'budget-scenario.measures-missing',
    'budget-scenario.not-bookable',
    'budget.exceeded',
    'budget.year-not-open',
  )
  propose(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: ProposeBudgetScenarioDto,
  ): Promise<Answer<BudgetScenarioDto>> {
    return this.proposeScenario.execute(request, id, body);
  }

  @Post(':id/application')
  @StepUp()
  @Requires('budget-act.decide')
  @Answers(BudgetScenarioDto)
  @Refuses(
    'budget-scenario.not-found',
    'budget-scenario.wrong-state',
    'budget-scenario.same-person',
    'budget-scenario.basis-changed',
    'budget-act.case-without-award',
  )
  apply(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() _body: EmptyDto,
  ): Promise<Answer<BudgetScenarioDto>> {
    return this.applyScenario.execute(request, id);
  }

  @Post(':id/rejection')
  @Requires('budget-act.decide')
  @Answers(BudgetScenarioDto)
  @Refuses('budget-scenario.not-found', 'budget-scenario.wrong-state', 'budget-scenario.same-person')
  reject(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() { reason }: DecideBudgetScenarioDto,
  ): Promise<Answer<BudgetScenarioDto>> {
    return this.closeScenario.execute(request, id, 'reject', reason);
  }

  @Post(':id/withdrawal')
  @Requires('budget-scenario.edit')
  @Answers(BudgetScenarioDto)
  @Refuses('budget-scenario.not-found', 'budget-scenario.wrong-state', 'budget-scenario.not-proposer')
  withdraw(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() { reason }: DecideBudgetScenarioDto,
  ): Promise<Answer<BudgetScenarioDto>> {
    return this.closeScenario.execute(request, id, 'withdraw', reason);
  }
}
