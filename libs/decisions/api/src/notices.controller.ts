import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import {
  Answers,
  Current,
  CurrentRequest,
  EmptyDto,
  Id,
  ReadsPersonalData,
  Refuses,
  Requires,
  Transactions,
  type Answer,
} from '@wir/shared/api';
import { CosignNotice } from './acts/cosign-notice';
import { EditNotice } from './acts/edit-notice';
import { ReturnNotice } from './acts/return-notice';
import { NoticeQueries } from './data/notice.queries';
import { ReturnNoticeDto, UpdateNoticeDto } from './dto/notice-commands.dto';
import { NoticeDto, NoticePageDto, NoticeQueryDto } from './dto/notice.dto';

/** The notice on its way to the signature. */
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: NoticeQueries,
    private readonly editNotice: EditNotice,
    private readonly cosignNotice: CosignNotice,
    private readonly returnNotice: ReturnNotice,
  ) {}

  @Get()
  @Requires('notice.read')
  @Answers(NoticePageDto)
  list(@Current() request: CurrentRequest, @Query() query: NoticeQueryDto): Promise<NoticePageDto> {
    return this.transactions.read(request, (tx) => this.queries.list(tx, query));
  }

  @Get(':id')
  @Requires('notice.read')
  @ReadsPersonalData('NOTICE')
  @Answers(NoticeDto)
  @Refuses('notice.not-found')
  read(@Current() request: CurrentRequest, @Id() id: string): Promise<NoticeDto> {
    return this.transactions.read(request, (tx) => this.queries.detail(tx, id));
  }

  @Patch(':id')
  @Requires('notice.draft')
  @Answers(NoticeDto)
  @Refuses('notice.not-found', 'notice.wrong-state')
  edit(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: UpdateNoticeDto,
  ): Promise<Answer<NoticeDto>> {
    return this.editNotice.execute(request, id, body);
  }

  @Post(':id/cosigning')
  @Requires('notice.cosign')
  @Answers(NoticeDto)
  @Refuses('notice.not-found', 'notice.wrong-state', 'notice.incomplete', 'notice.changed-meanwhile')
  cosign(@Current() request: CurrentRequest, @Id() id: string, @Body() _body: EmptyDto): Promise<Answer<NoticeDto>> {
    return this.cosignNotice.execute(request, id);
  }

  @Post(':id/return')
  @Requires('notice.return')
  @Answers(NoticeDto)
  @Refuses('notice.not-found', 'notice.wrong-state')
  return(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: ReturnNoticeDto,
  ): Promise<Answer<NoticeDto>> {
    return this.returnNotice.execute(request, id, body);
  }
}
