import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  Answers,
  AnswersFile,
  Current,
  Id,
  Refuses,
  Requires,
  StepUp,
  type Answer,
  type CurrentRequest,
  type FileAnswer,
} from '@wir/shared/api';
import { DeleteCase } from './acts/delete-case';
import { OfferCases } from './acts/offer-cases';
import { RecordArchiveDecision } from './acts/record-archive-decision';
import { ArchiveListQueries } from './data/archive-list.queries';
import { RetentionQueries } from './data/retention.queries';
import {
  ArchiveDecisionDto,
  DeleteCaseDto,
  OfferCasesDto,
  RetentionDto,
  RetentionListDto,
  RetentionPageDto,
  RetentionQueryDto,
} from './retention.dto';

@Controller('retention')
export class RetentionController {
  constructor(
    private readonly queries: RetentionQueries,
    private readonly archiveList: ArchiveListQueries,
    private readonly offerCases: OfferCases,
    private readonly recordDecision: RecordArchiveDecision,
    private readonly deleteCase: DeleteCase,
  ) {}

  @Get()
  @Requires('retention.read')
  @Answers(RetentionPageDto)
  list(@Current() request: CurrentRequest, @Query() query: RetentionQueryDto): Promise<RetentionPageDto> {
    return this.queries.list(request, query);
  }

  /** What is due or offered, for the letter to the Landesarchiv. */
  @Get('archive-list')
  @Requires('retention.read')
  @AnswersFile('text/csv')
  listForArchive(@Current() request: CurrentRequest): Promise<FileAnswer> {
    return this.archiveList.execute(request);
  }

  @Post('offers')
  @Requires('retention.offer')
  @Answers(RetentionListDto)
  @Refuses('retention.not-found', 'retention.wrong-state', 'retention.not-over')
  offer(@Current() request: CurrentRequest, @Body() body: OfferCasesDto): Promise<Answer<RetentionListDto>> {
    return this.offerCases.execute(request, body);
  }

  @Post(':id/archive-decision')
  @Requires('retention.decide')
  @Answers(RetentionDto)
  @Refuses(
    'retention.not-found',
    'retention.wrong-state',
    'retention.already-decided',
    'retention.decision-day-invalid',
  )
  decide(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: ArchiveDecisionDto,
  ): Promise<Answer<RetentionDto>> {
    return this.recordDecision.execute(request, id, body);
  }

  @Post(':id/deletion')
  @StepUp()
  @Requires('retention.delete')
  @Answers(RetentionDto)
  @Refuses('retention.not-found', 'retention.wrong-state', 'retention.not-decided', 'retention.deleter-is-decider')
  delete(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: DeleteCaseDto,
  ): Promise<Answer<RetentionDto>> {
    return this.deleteCase.execute(request, id, body);
  }
}
