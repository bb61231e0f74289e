import { Body, Controller, Get, Post, Query } from '@nestjs/common';
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
  WithoutKey,
  type Answer,
} from '@wir/shared/api';
import {
  BudgetActDto,
  BudgetActPageDto,
  BudgetActPreviewDto,
  BudgetActQueryDto,
  CreateBudgetActDto,
  DecideBudgetActDto,
  RejectBudgetActDto,
} from './budget-act.dto';
import { BudgetActQueries } from './budget-act.queries';
import { BudgetActEffectQueries } from './budget-act-effect.queries';
import { DecideBudgetAct } from './decide-budget-act';
import { ProposeBudgetAct } from './propose-budget-act';

const CONTENT = [
  'budget-act.lines-missing',
  'budget-act.case-missing',
  'budget-act.case-without-award',
  'budget-act.reservation-exceeded',
  'budget-act.line-not-of-kind',
  'budget-act.due-year-invalid',
  'budget-act.target-line-invalid',
  'budget-act.not-balanced',
  'budget-act.same-year',
  'budget-act.consent-missing',
  'budget-act.end-missing',
  'budget-act.end-out-of-range',
  'budget-act.carry-over-not-forward',
  'budget-line.not-found',
  'budget.exceeded',
  'budget.account-exceeded',
  'budget.authorisation-exceeded',
  'budget.year-not-open',
] as const;

/** Haushaltsverfügungen: one proposes, another releases, the ledger books. */
@Controller('budget-acts')
export class BudgetActsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: BudgetActQueries,
    private readonly effects: BudgetActEffectQueries,
    private readonly proposeAct: ProposeBudgetAct,
    private readonly decideAct: DecideBudgetAct,
  ) {}

  @Get()
  @Requires('budget.read')
  @Answers(BudgetActPageDto)
  list(@Current() request: CurrentRequest, @Query() query: BudgetActQueryDto): Promise<BudgetActPageDto> {
    return this.transactions.read(request, (tx) => this.queries.list(tx, query));
  }

  @Get(':id')
  @Requires('budget.read')
  @Answers(BudgetActDto)
  @Refuses('budget-act.not-found')
  read(@Current() request: CurrentRequest, @Id() id: string): Promise<BudgetActDto> {
    return this.transactions.read(request, (tx) => this.queries.one(tx, id));
  }

  /** Before and after: of a proposal as things stand, of an applied act as it was booked; what was not booked has none. */
  @Get(':id/effects')
  @Requires('budget.read')
  @Answers(BudgetActPreviewDto)
  @Refuses(
    'budget-act.not-found',
    'budget.exceeded',
    'budget.account-exceeded',
    'budget.authorisation-exceeded',
    'budget.year-not-open',
  )
  readEffects(@Current() request: CurrentRequest, @Id() id: string): Promise<BudgetActPreviewDto> {
    return this.transactions.read(request, (tx) => this.effects.of(tx, id));
  }

  @Post('preview')
  @WithoutKey()
  @Requires('budget-act.propose')
  @Answers(BudgetActPreviewDto)
  @Refuses(...CONTENT)
  preview(@Current() request: CurrentRequest, @Body() body: CreateBudgetActDto): Promise<BudgetActPreviewDto> {
    return this.proposeAct.preview(request, body);
  }

  @Post()
  @Requires('budget-act.propose')
  @Answers(BudgetActDto, 201)
  @Refuses(...CONTENT)
  propose(@Current() request: CurrentRequest, @Body() body: CreateBudgetActDto): Promise<Answer<BudgetActDto>> {
    return this.proposeAct.execute(request, body);
  }

  @Post(':id/application')
  @StepUp()
  @Requires('budget-act.decide')
  @Answers(BudgetActDto)
  @Refuses(
    'budget-act.not-found',
    'budget-act.same-person',
    'budget-act.wrong-state',
    'budget-act.part-of-scenario',
    'budget-act.case-without-award',
    'budget-act.reservation-exceeded',
    'budget.exceeded',
    'budget.year-not-open',
  )
  apply(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() { note = null }: DecideBudgetActDto,
  ): Promise<Answer<BudgetActDto>> {
    return this.decideAct.execute(request, id, 'apply', note);
  }

  @Post(':id/rejection')
  @Requires('budget-act.decide')
  @Answers(BudgetActDto)
  @Refuses('budget-act.not-found', 'budget-act.wrong-state', 'budget-act.part-of-scenario')
  reject(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() { note }: RejectBudgetActDto,
  ): Promise<Answer<BudgetActDto>> {
    return this.decideAct.execute(request, id, 'reject', note);
  }

  @Post(':id/withdrawal')
  @Requires('budget-act.propose')
  @Answers(BudgetActDto)
  @Refuses('budget-act.not-found', 'budget-act.wrong-state', 'budget-act.not-proposer', 'budget-act.part-of-scenario')
  withdraw(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() _body: EmptyDto,
  ): Promise<Answer<BudgetActDto>> {
    return this.decideAct.execute(request, id, 'withdraw', null);
  }
}
