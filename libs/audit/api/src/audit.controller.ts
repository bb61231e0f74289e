import { Readable } from 'node:stream';
import { Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import {
  Answers,
  AnswersFile,
  Current,
  CurrentRequest,
  FileAnswer,
  ReadsPersonalData,
  Requires,
  WithoutKey,
} from '@wir/shared/api';
import { AnchorQueries } from './anchors/anchor-queries';
import {
  AnchorListDto,
  AuditEventPageDto,
  AuditQueryDto,
  AuditVerificationDto,
  ReadPageDto,
  ReadQueryDto,
} from './audit.dto';
import { AuditQueries } from './audit-queries';
import { AuditVerification } from './audit-verification';
import { ReadQueries } from './reads/read-queries';
import { verifierProgram } from './verifier-program';

@Controller('audit')
export class AuditController {
  constructor(
    private readonly queries: AuditQueries,
    private readonly verification: AuditVerification,
    private readonly anchorQueries: AnchorQueries,
    private readonly readQueries: ReadQueries,
  ) {}

  @Get('events')
  @Requires('audit.read')
  @ReadsPersonalData('AUDIT')
  @Answers(AuditEventPageDto)
  events(@Current() request: CurrentRequest, @Query() query: AuditQueryDto): Promise<AuditEventPageDto> {
    return this.queries.list(request, query);
  }

  /** Who of the authority or the court of audit looked at what. */
  @Get('reads')
  @Requires('audit.read')
  @ReadsPersonalData('AUDIT')
  @Answers(ReadPageDto)
  reads(@Current() request: CurrentRequest, @Query() query: ReadQueryDto): Promise<ReadPageDto> {
    return this.readQueries.list(request, query);
  }

  @Post('verification')
  @Requires('audit.verify')
  @WithoutKey()
  @Answers(AuditVerificationDto)
  verify(@Current() request: CurrentRequest): Promise<AuditVerificationDto> {
    return this.verification.verify(request);
  }

  @Get('anchors')
  @Requires('audit.verify')
  @Answers(AnchorListDto)
  anchors(@Current() request: CurrentRequest): Promise<AnchorListDto> {
    return this.anchorQueries.list(request);
  }

  /** The program that checks an export on any computer with Node, without this portal. */
  @Get('verifier')
  @Requires('audit.verify')
  @AnswersFile('text/javascript')
  verifier(): FileAnswer {
    return new FileAnswer(verifierProgram(), 'text/javascript', 'verify-audit.mjs');
  }

  /** JSON lines for `verify-audit.mjs`, which needs neither this application nor its database. */
  @Get('export')
  @Requires('audit.read')
  @ReadsPersonalData('AUDIT')
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
