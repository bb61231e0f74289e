import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  Answers,
  Current,
  CurrentRequest,
  Id,
  Refuses,
  Requires,
  Transactions,
  windowOf,
  type Answer,
  type Page,
} from '@wir/shared/api';
import { StatedReasonDto } from '../accounts/account.dto';
import { pageOfRows, type ItemRow } from '../accounts/account.queries';
import { ConflictOfInterestDto, ConflictOfInterestPageDto, ConflictQueryDto, RecordConflictDto } from './conflict.dto';
import { EndConflict } from './end-conflict';
import { RecordConflict } from './record-conflict';

const LIST = 'SELECT total, item FROM identity.find_conflicts($1, $2, $3)';

@Controller('conflicts-of-interest')
export class ConflictsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly recordConflict: RecordConflict,
    private readonly endConflict: EndConflict,
  ) {}

  /** One's own; head of unit and auditors see all. */
  @Get()
  @Requires('conflict.read')
  @Answers(ConflictOfInterestPageDto)
  list(@Current() request: CurrentRequest, @Query() query: ConflictQueryDto): Promise<Page<ConflictOfInterestDto>> {
    const { limit, offset } = windowOf(query);
    return this.transactions.read(request, async (tx) =>
      pageOfRows(await tx.query<ItemRow<ConflictOfInterestDto>>(LIST, [query.open ?? false, limit, offset]), query),
    );
  }

  @Post()
  @Requires('conflict.record')
  @Answers(ConflictOfInterestDto, 201)
  @Refuses('conflict.not-yours', 'conflict.recorded-already', 'conflict.person-or-applicant-unknown')
  record(@Current() request: CurrentRequest, @Body() body: RecordConflictDto): Promise<Answer<ConflictOfInterestDto>> {
    return this.recordConflict.execute(request, body);
  }

  @Post(':id/ending')
  @Requires('conflict.end')
  @Answers(ConflictOfInterestDto)
  @Refuses('conflict.not-found', 'conflict.own-person', 'conflict.over-already')
  end(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: StatedReasonDto,
  ): Promise<Answer<ConflictOfInterestDto>> {
    return this.endConflict.execute(request, id, body.reason);
  }
}
