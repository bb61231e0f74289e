import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  AcceptsFile,
  Answers,
  AnswersFile,
  Current,
  Id,
  ReadsPersonalData,
  Refuses,
  Requires,
  StepUp,
  UploadedContent,
  type Answer,
  type CurrentRequest,
  type FileAnswer,
  type UploadedFile,
} from '@wir/shared/api';
import { CreatePaymentRun } from './acts/create-payment-run';
import { ImportPaymentReturn } from './acts/import-payment-return';
import { PaymentOrderQueries } from './data/payment-order.queries';
import { PaymentReturnQueries } from './data/payment-return.queries';
import { PaymentRunQueries } from './data/payment-run.queries';
import {
  CreatePaymentRunDto,
  PaymentFileQueryDto,
  PaymentOrderPageDto,
  PaymentOrderQueryDto,
  PaymentReturnPageDto,
  PaymentReturnQueryDto,
  PaymentReturnReportDto,
  PaymentRunDto,
  PaymentRunPageDto,
  PaymentRunQueryDto,
} from './dto/payment.dto';

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
  ) {}

  @Get()
  @Requires('payment-run.read')
  @Answers(PaymentRunPageDto)
  list(@Current() request: CurrentRequest, @Query() query: PaymentRunQueryDto): Promise<PaymentRunPageDto> {
    return this.queries.list(request, query);
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
  @AnswersFile('application/xml', 'text/csv')
  @Refuses('payment-run.not-found')
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
  )
  create(@Current() request: CurrentRequest, @Body() body: CreatePaymentRunDto): Promise<Answer<PaymentRunDto>> {
    return this.createPaymentRun.execute(request, body);
  }
}

@Controller('payment-returns')
export class PaymentReturnsController {
  constructor(
    private readonly queries: PaymentReturnQueries,
    private readonly importPaymentReturn: ImportPaymentReturn,
  ) {}

  @Get()
  @Requires('payment-return.read')
  @Answers(PaymentReturnPageDto)
  list(@Current() request: CurrentRequest, @Query() query: PaymentReturnQueryDto): Promise<PaymentReturnPageDto> {
    return this.queries.list(request, query);
  }

  @Post()
  @Requires('payment-return.import')
  @AcceptsFile()
  @Answers(PaymentReturnReportDto, 201)
  @Refuses(
    'payment-return.encoding-invalid',
    'payment-return.unreadable',
    'payment-return.file-empty',
    'payment-return.header-invalid',
    'payment-return.total-mismatch',
    'payment-return.too-many-rows',
  )
  import(
    @Current() request: CurrentRequest,
    @UploadedContent() file: UploadedFile,
  ): Promise<Answer<PaymentReturnReportDto>> {
    return this.importPaymentReturn.execute(request, file);
  }
}
