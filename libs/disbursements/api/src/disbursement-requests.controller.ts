import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  Answers,
  Current,
  EmptyDto,
  Id,
  ReadsPersonalData,
  Refuses,
  Requires,
  StepUp,
  type Answer,
  type CurrentRequest,
} from '@wir/shared/api';
import { CancelRequest } from './acts/cancel-request';
import { CheckRequest } from './acts/check-request';
import { OrderDisbursement } from './acts/order-disbursement';
import { ReturnRequest } from './acts/return-request';
import { SubmitRequest } from './acts/submit-request';
import { RequestQueries } from './data/request.queries';
import {
  CancelDisbursementDto,
  CheckDisbursementDto,
  DisbursementRequestDto,
  DisbursementRequestPageDto,
  DisbursementRequestQueryDto,
  ReturnDisbursementDto,
} from './dto/disbursement-request.dto';

const GATES = [
  'disbursement.award-not-final',
  'disbursement.declaration-missing',
  'budget.year-not-open',
  'disbursement.exceeds-tranche',
] as const;

@Controller('disbursement-requests')
export class DisbursementRequestsController {
  constructor(
    private readonly queries: RequestQueries,
    private readonly submitRequest: SubmitRequest,
    private readonly checkRequest: CheckRequest,
    private readonly returnRequest: ReturnRequest,
    private readonly orderDisbursement: OrderDisbursement,
    private readonly cancelRequest: CancelRequest,
  ) {}

  @Get()
  @Requires('disbursement.read')
  @Answers(DisbursementRequestPageDto)
  list(
    @Current() request: CurrentRequest,
    @Query() query: DisbursementRequestQueryDto,
  ): Promise<DisbursementRequestPageDto> {
    return this.queries.list(request, query);
  }

  @Get(':id')
  @Requires('disbursement.read')
  @ReadsPersonalData('DISBURSEMENT_REQUEST')
  @Answers(DisbursementRequestDto)
  @Refuses('disbursement.not-found')
  detail(@Current() request: CurrentRequest, @Id() id: string): Promise<DisbursementRequestDto> {
    return this.queries.detail(request, id);
  }

  @Post(':id/submission')
  @Requires('disbursement.submit')
  @Answers(DisbursementRequestDto)
  @Refuses('disbursement.not-found', 'disbursement.wrong-state', ...GATES)
  submit(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() _body: EmptyDto,
  ): Promise<Answer<DisbursementRequestDto>> {
    return this.submitRequest.execute(request, id);
  }

  @Post(':id/check')
  @Requires('disbursement.check')
  @Answers(DisbursementRequestDto)
  @Refuses(
    'disbursement.not-found',
    'disbursement.wrong-state',
    'disbursement.not-correct',
    'disbursement.bank-data-unconfirmed',
    ...GATES,
  )
  check(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: CheckDisbursementDto,
  ): Promise<Answer<DisbursementRequestDto>> {
    return this.checkRequest.execute(request, id, body);
  }

  @Post(':id/return')
  @Requires('disbursement.return')
  @Answers(DisbursementRequestDto)
  @Refuses('disbursement.not-found', 'disbursement.wrong-state')
  return(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: ReturnDisbursementDto,
  ): Promise<Answer<DisbursementRequestDto>> {
    return this.returnRequest.execute(request, id, body);
  }

  @Post(':id/order')
  @StepUp()
  @Requires('disbursement.order')
  @Answers(DisbursementRequestDto)
  @Refuses(
    'disbursement.not-found',
    'disbursement.wrong-state',
    'disbursement.orderer-took-part',
    'disbursement.bank-data-unconfirmed',
    'disbursement.bank-data-changed',
    'payment-run.register-newer',
    'payment-run.register-damaged',
    ...GATES,
  )
  order(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() _body: EmptyDto,
  ): Promise<Answer<DisbursementRequestDto>> {
    return this.orderDisbursement.execute(request, id);
  }

  @Post(':id/cancellation')
  @Requires('disbursement.cancel')
  @Answers(DisbursementRequestDto)
  @Refuses(
    'disbursement.not-found',
    'disbursement.wrong-state',
    'disbursement.role-not-allowed',
    'disbursement.in-payment-run',
  )
  cancel(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: CancelDisbursementDto,
  ): Promise<Answer<DisbursementRequestDto>> {
    return this.cancelRequest.execute(request, id, body);
  }
}
