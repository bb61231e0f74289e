import { Readable } from 'node:stream';
import { Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { Answers, AnswersFile, Current, CurrentRequest, Requires, WithoutKey } from '@wir/shared/api';
import { AuditEventPageDto, AuditQueryDto, AuditVerificationDto } from './audit.dto';
import { AuditQueries } from './audit-queries';

@Controller('audit')
export class AuditController {
  constructor(private readonly queries: AuditQueries) {}

  @Get('events')
  @Requires('audit.read')
  @Answers(AuditEventPageDto)
  events(@Current() request: CurrentRequest, @Query() query: AuditQueryDto): Promise<AuditEventPageDto> {
    return this.queries.list(request, query);
  }

  @Post('verification')
  @Requires('audit.verify')
  @WithoutKey()
  @Answers(AuditVerificationDto)
  verify(@Current() request: CurrentRequest): Promise<AuditVerificationDto> {
    return this.queries.verify(request);
  }

  /** JSON lines for `verify-audit.mjs`, which needs neither this application nor its database. */
  @Get('export')
  @Requires('audit.read')
  @AnswersFile('application/jsonl')
  async export(@Current() request: CurrentRequest): Promise<StreamableFile> {
    const lines = this.queries.lines(request);
    // The first page is fetched here, so that a refusal is still a problem document and no broken file.
    const first = await lines.next();
    const rest = async function* (): AsyncGenerator<string> {
      if (!first.done) yield first.value;
      yield* lines;
    };
    return new StreamableFile(Readable.from(rest(), { objectMode: false }), {
      type: 'application/jsonl',
      disposition: 'attachment; filename="protokoll.jsonl"',
    });
  }
}
