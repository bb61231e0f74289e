import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  Answers,
  AnswersFile,
  Current,
  EmptyDto,
  Id,
  ReadsPersonalData,
  Refuses,
  Requires,
  StepUp,
  type Answer,
  type CurrentRequest,
  type FileAnswer,
} from '@wir/shared/api';
import { CreatePaymentRun } from './acts/create-payment-run';
import { ExportPaymentRun } from './acts/export-payment-run';
import { TakeBackPaymentRun } from './acts/take-back-payment-run';
import { PaymentOrderQueries } from './data/payment-order.queries';
import { PaymentRunQueries } from './data/payment-run.queries';
import {
  CreatePaymentRunDto,
  PaymentFileQueryDto,
  PaymentOrderPageDto,
  PaymentOrderQueryDto,
  PaymentRunDto,
  PaymentRunPageDto,
  PaymentRunQueryDto,
  TakeBackPaymentRunDto,
} from './dto/payment.dto';
import { ExportRegisterDto, RegisterReconciliationDto } from './register/register.dto';
import { ReconcileRegister } from './register/reconcile-register';
import { RegisterQueries } from './register/register.queries';

/** What the register outside the database may say to ordering and exporting. */
const REGISTER_CODES = [
  'payment-run.register-newer',
  'payment-run.register-damaged',
  'payment-run.register-unwritable',
] as const;

@Controller('payment-orders')
export class PaymentOrdersController {
  constructor(private readonly queries: PaymentOrderQueries) {}

  @Get()
  @Requires('payment-run.read')
  @Answers(PaymentOrderPageDto)
  list(@Current() request: CurrentRequest, @Query() query: PaymentOrderQueryDto): Promise<PaymentOrderPageDto> {
    return this.queries.list(request, query);
  }
}

@Controller('payment-runs')
export class PaymentRunsController {
  constructor(
    private readonly queries: PaymentRunQueries,
    private readonly createPaymentRun: CreatePaymentRun,
    private readonly exportPaymentRun: ExportPaymentRun,
    private readonly takeBackPaymentRun: TakeBackPaymentRun,
    private readonly register: RegisterQueries,
    private readonly reconcileRegister: ReconcileRegister,
  ) {}

  @Get()
  @Requires('payment-run.read')
  @Answers(PaymentRunPageDto)
  list(@Current() request: CurrentRequest, @Query() query: PaymentRunQueryDto): Promise<PaymentRunPageDto> {
    return this.queries.list(request, query);
  }

  @Get('register')
  @Requires('payment-run.read')
  @Answers(ExportRegisterDto)
  registerState(@Current() request: CurrentRequest): Promise<ExportRegisterDto> {
    return this.register.state(request);
  }

  @Post('register-reconciliation')
  @StepUp()
  @Requires('payment-run.reconcile-register')
  @Answers(RegisterReconciliationDto)
  @Refuses('payment-run.register-damaged')
  reconcile(@Current() request: CurrentRequest, @Body() _body: EmptyDto): Promise<Answer<RegisterReconciliationDto>> {
    return this.reconcileRegister.execute(request);
  }

  @Get(':id')
  @Requires('payment-run.read')
  @Answers(PaymentRunDto)
  @Refuses('payment-run.not-found')
  detail(@Current() request: CurrentRequest, @Id() id: string): Promise<PaymentRunDto> {
    return this.queries.detail(request, id);
  }

  @Get(':id/file')
  @Requires('payment-run.read')
  @ReadsPersonalData('PAYMENT_RUN')
  @AnswersFile('application/xml', 'text/csv', 'application/pdf')
  @Refuses('payment-run.not-found', 'payment-run.not-exported')
  file(@Current() request: CurrentRequest, @Id() id: string, @Query() query: PaymentFileQueryDto): Promise<FileAnswer> {
    return this.queries.file(request, id, query.format);
  }

  @Post()
  @StepUp()
  @Requires('payment-run.create')
  @Answers(PaymentRunDto, 201)
  @Refuses(
    'payment-order.not-found',
    'payment-run.selection-invalid',
    'payment-run.order-not-open',
    'payment-run.empty',
    'payment-run.payer-missing',
    'payment-run.order-blocked',
    'payment-run.account-on-hold',
    ...REGISTER_CODES,
  )
  create(@Current() request: CurrentRequest, @Body() body: CreatePaymentRunDto): Promise<Answer<PaymentRunDto>> {
    return this.createPaymentRun.execute(request, body);
  }

  @Post(':id/export')
  @StepUp()
  @Requires('payment-run.release')
  @Answers(PaymentRunDto)
  @Refuses(
    'payment-run.not-found',
    'payment-run.not-frozen',
    'payment-run.same-person',
    'payment-run.order-blocked',
    'payment-run.account-on-hold',
    ...REGISTER_CODES,
  )
  export(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() _body: EmptyDto,
  ): Promise<Answer<PaymentRunDto>> {
    return this.exportPaymentRun.execute(request, id);
  }

  @Post(':id/taking-back')
  @Requires('payment-run.create')
  @Answers(PaymentRunDto)
  @Refuses('payment-run.not-found', 'payment-run.not-frozen')
  takeBack(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() { reason }: TakeBackPaymentRunDto,
  ): Promise<Answer<PaymentRunDto>> {
    return this.takeBackPaymentRun.execute(request, id, reason);
  }
}
