import { Body, Controller, Post } from '@nestjs/common';
import { Answers, Current, EmptyDto, Id, Refuses, Requires, type Answer, type CurrentRequest } from '@wir/shared/api';
import { RequestSignature } from './acts/request-signature';
import { ReturnFromSignature } from './acts/return-from-signature';
import { SubmitApplication } from './acts/submit-application';
import { WithdrawApplication } from './acts/withdraw-application';
import { ReasonDto } from './dto/application-content.dto';
import { ApplicationDto } from './dto/application.dto';

/** The municipality's own steps: sign, hand in, take back. */
@Controller('applications/:id')
export class SubmissionController {
  constructor(
    private readonly requestSignature: RequestSignature,
    private readonly returnFromSignature: ReturnFromSignature,
    private readonly submitApplication: SubmitApplication,
    private readonly withdrawApplication: WithdrawApplication,
  ) {}

  @Post('signature-request')
  @Requires('application.edit')
  @Answers(ApplicationDto)
  @Refuses('application.not-found', 'application.wrong-state', 'application.not-submittable')
  giveToSign(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() _body: EmptyDto,
  ): Promise<Answer<ApplicationDto>> {
    return this.requestSignature.execute(request, id);
  }

  @Post('signature-return')
  @Requires('application.return-from-signature')
  @Answers(ApplicationDto)
  @Refuses('application.not-found', 'application.wrong-state')
  returnUnsigned(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: ReasonDto,
  ): Promise<Answer<ApplicationDto>> {
    return this.returnFromSignature.execute(request, id, body);
  }

  @Post('submission')
  @Requires('application.submit')
  @Answers(ApplicationDto)
  @Refuses('application.not-found', 'application.wrong-state', 'application.not-submittable', 'application.call-closed')
  submit(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() _body: EmptyDto,
  ): Promise<Answer<ApplicationDto>> {
    return this.submitApplication.execute(request, id);
  }

  @Post('withdrawal')
  @Requires('application.withdraw')
  @Answers(ApplicationDto)
  @Refuses('application.not-found', 'application.wrong-state')
  withdraw(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: ReasonDto,
  ): Promise<Answer<ApplicationDto>> {
    return this.withdrawApplication.execute(request, id, body);
  }
}
