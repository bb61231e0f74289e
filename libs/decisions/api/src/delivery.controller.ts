import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  Answers,
  AnswersFile,
  Current,
  CurrentRequest,
  EmptyDto,
  Id,
  ReadsPersonalData,
  Refuses,
  Requires,
  type Answer,
  type FileAnswer,
} from '@wir/shared/api';
import { DispatchNotice } from './acts/dispatch-notice';
import { ReadDocument } from './acts/read-document';
import { RetrieveNotice } from './acts/retrieve-notice';
import { WaiveAppeal } from './acts/waive-appeal';
import { DispatchNoticeDto, DocumentQueryDto } from './dto/notice-commands.dto';
import { NoticeDto } from './dto/notice.dto';

/** The notice on its way to the municipality, and its document. */
@Controller('notices')
export class DeliveryController {
  constructor(
    private readonly dispatchNotice: DispatchNotice,
    private readonly retrieveNotice: RetrieveNotice,
    private readonly waiveAppeal: WaiveAppeal,
    private readonly readDocument: ReadDocument,
  ) {}

  @Post(':id/dispatch')
  @Requires('notice.dispatch')
  @Answers(NoticeDto)
  @Refuses(
    'notice.not-found',
    'notice.wrong-state',
    'notice.dispatch-in-future',
    'notice.dispatch-before-signature',
    'notice.dispatch-not-after-last',
  )
  dispatch(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: DispatchNoticeDto,
  ): Promise<Answer<NoticeDto>> {
    return this.dispatchNotice.execute(request, id, body);
  }

  @Post(':id/retrieval')
  @Requires('notice.retrieve')
  @Answers(NoticeDto)
  @Refuses(
    'notice.not-found',
    'notice.wrong-state',
    'notice.not-in-portal',
    'notice.already-retrieved',
    'notice.retrieval-too-late',
  )
  retrieve(@Current() request: CurrentRequest, @Id() id: string, @Body() _body: EmptyDto): Promise<Answer<NoticeDto>> {
    return this.retrieveNotice.execute(request, id);
  }

  @Post(':id/appeal-waiver')
  @Requires('notice.waive-appeal')
  @Answers(NoticeDto)
  @Refuses('notice.not-found', 'notice.wrong-state', 'notice.waiver-before-notification')
  waive(@Current() request: CurrentRequest, @Id() id: string, @Body() _body: EmptyDto): Promise<Answer<NoticeDto>> {
    return this.waiveAppeal.execute(request, id);
  }

  @Get(':id/document')
  @Requires('notice.read')
  @ReadsPersonalData('NOTICE')
  @AnswersFile('application/pdf')
  @Refuses('notice.not-found', 'notice.not-signed', 'notice.not-retrieved', 'notice.no-draft')
  document(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Query() query: DocumentQueryDto,
  ): Promise<FileAnswer> {
    return this.readDocument.execute(request, id, query.draft ?? false);
  }
}
