import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  Answers,
  AnswersFile,
  Current,
  CurrentRequest,
  FileAnswer,
  ReadsPersonalData,
  Refuses,
  Requires,
  Transactions,
} from '@wir/shared/api';
import { DrawPayments } from './draw-payments';
import { PaymentSampleDto, PaymentSampleQueryDto } from './payment-sample.dto';
import { PaymentTraceDto } from './payment-trace.dto';
import { PaymentTraceQueries } from './payment-trace.queries';

@Controller('payments')
export class PaymentsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly traces: PaymentTraceQueries,
  ) {}

  @Get(':orderNumber/trace')
  @Requires('payment.trace')
  @ReadsPersonalData('PAYMENT_ORDER')
  @Answers(PaymentTraceDto)
  @Refuses('payment-trace.not-found')
  trace(@Current() request: CurrentRequest, @Param('orderNumber') orderNumber: string): Promise<PaymentTraceDto> {
    return this.transactions.read(request, (tx) => this.traces.trace(tx, orderNumber));
  }
}

/** Drawing changes nothing and is repeatable, so it is a reading. */
@Controller('payment-samples')
export class PaymentSamplesController {
  constructor(private readonly drawPayments: DrawPayments) {}

  @Get()
  @Requires('payment.trace')
  @Answers(PaymentSampleDto)
  @Refuses('payment-sample.period-invalid')
  draw(@Current() request: CurrentRequest, @Query() query: PaymentSampleQueryDto): Promise<PaymentSampleDto> {
    return this.drawPayments.execute(request, query);
  }

  @Get('file')
  @Requires('payment.trace')
  @AnswersFile('text/csv')
  @Refuses('payment-sample.period-invalid')
  file(@Current() request: CurrentRequest, @Query() query: PaymentSampleQueryDto): Promise<FileAnswer> {
    return this.drawPayments.file(request, query);
  }
}
