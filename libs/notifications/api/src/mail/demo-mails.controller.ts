import { Controller, Get, Query } from '@nestjs/common';
import { Answers, Public, Settings } from '@wir/shared/api';
import { DemoMailListDto, DemoMailQueryDto } from './demo-mails.dto';
import { newestMails } from './mail-files';

const SHOWN = 50;

/** The mailbox of the demo, so that an invitation can be opened. In production the module does not load it. */
@Controller('demo')
export class DemoMailsController {
  constructor(private readonly settings: Settings) {}

  @Get('mails')
  @Public()
  @Answers(DemoMailListDto)
  async mails(@Query() { to }: DemoMailQueryDto): Promise<DemoMailListDto> {
    const mails = await newestMails(this.settings.mail.folder, SHOWN, to?.toLowerCase());
    return {
      items: mails.map((mail) => ({
        ...mail,
        writtenAt: mail.writtenAt.toISOString(),
        link: /^\S+\/zugang#[\w-]{43}$/m.exec(mail.text)?.[0] ?? null,
      })),
    };
  }
}
