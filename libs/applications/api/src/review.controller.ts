import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  Answers,
  Current,
  EmptyDto,
  Id,
  ReadsPersonalData,
  Refuses,
  Requires,
  type Answer,
  type CurrentRequest,
} from '@wir/shared/api';
import { AnswerCheck } from './acts/answer-check';
import { ConfirmCompleteness } from './acts/confirm-completeness';
import { RecommendApplication } from './acts/recommend-application';
import { RequestInformation } from './acts/request-information';
import { CheckQueries } from './data/check.queries';
import { ApplicationDto } from './dto/application.dto';
import { AnswerCheckDto, CheckDto, CheckListDto } from './dto/check.dto';
import { RequestInformationDto } from './dto/information-request.dto';
import { RecommendDto } from './dto/recommendation.dto';

/** The case worker's steps; applicants never see checks and recommendation. */
@Controller('applications/:id')
export class ReviewController {
  constructor(
    private readonly queries: CheckQueries,
    private readonly confirmCompleteness: ConfirmCompleteness,
    private readonly requestInformation: RequestInformation,
    private readonly answerCheck: AnswerCheck,
    private readonly recommendApplication: RecommendApplication,
  ) {}

  @Post('completeness')
  @Requires('application.completeness')
  @Answers(ApplicationDto)
  @Refuses('application.not-found', 'application.wrong-state')
  complete(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() _body: EmptyDto,
  ): Promise<Answer<ApplicationDto>> {
    return this.confirmCompleteness.execute(request, id);
  }

  @Post('information-requests')
  @Requires('application.request-information')
  @Answers(ApplicationDto)
  @Refuses('application.not-found', 'application.wrong-state', 'application.information-request-invalid')
  request(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: RequestInformationDto,
  ): Promise<Answer<ApplicationDto>> {
    return this.requestInformation.execute(request, id, body);
  }

  @Get('checks')
  @Requires('check.read')
  @ReadsPersonalData('APPLICATION')
  @Answers(CheckListDto)
  @Refuses('application.not-found')
  checks(@Current() request: CurrentRequest, @Id() id: string): Promise<CheckListDto> {
    return this.queries.list(request, id);
  }

  @Put('checks/:checkCode')
  @Requires('application.check')
  @Answers(CheckDto)
  @Refuses('application.not-found', 'application.check-unknown', 'application.wrong-state')
  check(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Param('checkCode') checkCode: string,
    @Body() body: AnswerCheckDto,
  ): Promise<Answer<CheckDto>> {
    return this.answerCheck.execute(request, id, checkCode, body);
  }

  @Post('recommendation')
  @Requires('application.recommend')
  @Answers(ApplicationDto)
  @Refuses('application.not-found', 'application.wrong-state', 'application.not-recommendable')
  recommend(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: RecommendDto,
  ): Promise<Answer<ApplicationDto>> {
    return this.recommendApplication.execute(request, id, body);
  }
}
