import { Controller, Get, Post, Query } from '@nestjs/common';
import {
  AcceptsFile,
  Answers,
  Current,
  Id,
  Refuses,
  Requires,
  UploadedContent,
  WithoutKey,
  type Answer,
  type CurrentRequest,
  type UploadedFile,
} from '@wir/shared/api';
import { ImportPaymentReturn } from '../acts/import-payment-return';
import { PaymentReturnQueries } from '../data/payment-return.queries';
import { PaymentReturnPageDto, PaymentReturnQueryDto, PaymentReturnReportDto } from './payment-return.dto';
import { PreviewPaymentReturn } from './preview-payment-return';

const REFUSALS = [
  'payment-return.encoding-invalid',
  'payment-return.unreadable',
  'payment-return.truncated',
  'payment-return.format-unknown',
  'payment-return.declaration-forbidden',
  'payment-return.file-empty',
  'payment-return.header-invalid',
  'payment-return.total-mismatch',
  'payment-return.too-many-rows',
] as const;

@Controller('payment-returns')
export class PaymentReturnsController {
  constructor(
    private readonly queries: PaymentReturnQueries,
    private readonly importPaymentReturn: ImportPaymentReturn,
    private readonly previewPaymentReturn: PreviewPaymentReturn,
  ) {}

  @Get()
  @Requires('payment-return.read')
  @Answers(PaymentReturnPageDto)
  list(@Current() request: CurrentRequest, @Query() query: PaymentReturnQueryDto): Promise<PaymentReturnPageDto> {
    return this.queries.list(request, query);
  }

  @Get(':id')
  @Requires('payment-return.read')
  @Answers(PaymentReturnReportDto)
  @Refuses('payment-return.not-found')
  detail(@Current() request: CurrentRequest, @Id() id: string): Promise<PaymentReturnReportDto> {
    return this.queries.detail(request, id);
  }

  /** CSV of the cash office or camt.053 of the bank, told apart by content; the whole file in one transaction. */
  @Post()
  @Requires('payment-return.import')
  @AcceptsFile()
  @Answers(PaymentReturnReportDto, 201)
  @Refuses(...REFUSALS)
  import(
    @Current() request: CurrentRequest,
    @UploadedContent() file: UploadedFile,
  ): Promise<Answer<PaymentReturnReportDto>> {
    return this.importPaymentReturn.execute(request, file);
  }

  /** What importing this file now would do; nothing is booked or kept. */
  @Post('preview')
  @WithoutKey()
  @Requires('payment-return.import')
  @AcceptsFile()
  @Answers(PaymentReturnReportDto)
  @Refuses(...REFUSALS)
  preview(@Current() request: CurrentRequest, @UploadedContent() file: UploadedFile): Promise<PaymentReturnReportDto> {
    return this.previewPaymentReturn.execute(request, file);
  }
}
