import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import {
  Answers,
  Current,
  Id,
  ReadsPersonalData,
  Refuses,
  Requires,
  StepUp,
  type Answer,
  type CurrentRequest,
} from '@wir/shared/api';
import { CreateRequest } from './acts/create-request';
import { DeclareBankData } from './acts/declare-bank-data';
import { AwardQueries } from './data/award.queries';
import { AwardDto, AwardPageDto, AwardQueryDto, DeclarationDto } from './dto/award.dto';
import { CreateDisbursementRequestDto, DisbursementRequestDto } from './dto/disbursement-request.dto';

@Controller('awards')
export class AwardsController {
  constructor(
    private readonly queries: AwardQueries,
    private readonly declareBankData: DeclareBankData,
    private readonly createRequest: CreateRequest,
  ) {}

  @Get()
  @Requires('award.read')
  @Answers(AwardPageDto)
  list(@Current() request: CurrentRequest, @Query() query: AwardQueryDto): Promise<AwardPageDto> {
    return this.queries.list(request, query);
  }

  @Get(':id')
  @Requires('award.read')
  @ReadsPersonalData('AWARD')
  @Answers(AwardDto)
  @Refuses('award.not-found')
  detail(@Current() request: CurrentRequest, @Id() id: string): Promise<AwardDto> {
    return this.queries.detail(request, id);
  }

  @Put(':id/declaration')
  @StepUp()
  @Requires('award.declare')
  @Answers(AwardDto)
  @Refuses('award.not-found', 'award.not-notified', 'bank-account.iban-invalid')
  declare(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: DeclarationDto,
  ): Promise<Answer<AwardDto>> {
    return this.declareBankData.execute(request, id, body);
  }

  @Post(':id/disbursement-requests')
  @Requires('disbursement.create')
  @Answers(DisbursementRequestDto, 201)
  @Refuses(
    'award.not-found',
    'disbursement.award-not-final',
    'disbursement.year-without-tranche',
    'budget.year-not-open',
    'disbursement.exceeds-tranche',
  )
  request(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: CreateDisbursementRequestDto,
  ): Promise<Answer<DisbursementRequestDto>> {
    return this.createRequest.execute(request, id, body);
  }
}
