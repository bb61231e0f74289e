import { Body, Controller, Post } from '@nestjs/common';
import { Answers, Current, CurrentRequest, Id, Refuses, Requires, StepUp, type Answer } from '@wir/shared/api';
import { SignNotice } from './acts/sign-notice';
import { VoidNotice } from './acts/void-notice';
import { SignNoticeDto, VoidNoticeDto } from './dto/notice-commands.dto';
import { NoticeDto } from './dto/notice.dto';

/** Final signature and its opposite: the acts that bind and free money. */
@Controller('notices')
export class SignatureController {
  constructor(
    private readonly signNotice: SignNotice,
    private readonly voidNotice: VoidNotice,
  ) {}

  @Post(':id/signature')
  @StepUp()
  @Requires('notice.sign')
  @Answers(NoticeDto)
  @Refuses(
    'notice.not-found',
    'notice.wrong-state',
    'notice.signer-is-drafter',
    'notice.document-changed',
    'budget.reservation-too-small',
    'budget.account-exceeded',
    'budget.authorisation-exceeded',
    'budget.year-not-open',
  )
  sign(@Current() request: CurrentRequest, @Id() id: string, @Body() body: SignNoticeDto): Promise<Answer<NoticeDto>> {
    return this.signNotice.execute(request, id, body.documentSha256);
  }

  @Post(':id/voiding')
  @Requires('notice.void')
  @Answers(NoticeDto)
  @Refuses('notice.not-found', 'notice.wrong-state', 'budget.year-not-open')
  void(@Current() request: CurrentRequest, @Id() id: string, @Body() body: VoidNoticeDto): Promise<Answer<NoticeDto>> {
    return this.voidNotice.execute(request, id, body);
  }
}
