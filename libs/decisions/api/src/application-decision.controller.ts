import { Body, Controller, Post } from '@nestjs/common';
import { ApplicationDto } from '@wir/applications/api';
import { Answers, Current, CurrentRequest, EmptyDto, Id, Refuses, Requires, type Answer } from '@wir/shared/api';
import { ConfirmBudget } from './acts/confirm-budget';
import { DecideApplication } from './acts/decide-application';
import { DecideApplicationDto } from './dto/decision.dto';

/** The two steps of an application that touch money and award. */
@Controller('applications')
export class ApplicationDecisionController {
  constructor(
    private readonly confirmBudget: ConfirmBudget,
    private readonly decideApplication: DecideApplication,
  ) {}

  @Post(':id/budget-confirmation')
  @Requires('application.confirm-budget')
  @Answers(ApplicationDto)
  @Refuses(
    'application.not-found',
    'application.wrong-state',
    'application.budget-confirmer-is-reviewer',
    'budget.exceeded',
    'budget.year-not-open',
  )
  confirm(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() _body: EmptyDto,
  ): Promise<Answer<ApplicationDto>> {
    return this.confirmBudget.execute(request, id);
  }

  @Post(':id/decision')
  @Requires('application.decide')
  @Answers(ApplicationDto)
  @Refuses(
    'application.not-found',
    'application.wrong-state',
    'application.decider-took-part',
    'application.not-decidable',
  )
  decide(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: DecideApplicationDto,
  ): Promise<Answer<ApplicationDto>> {
    return this.decideApplication.execute(request, id, body);
  }
}
