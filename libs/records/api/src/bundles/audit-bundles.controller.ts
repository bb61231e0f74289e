import { Readable } from 'node:stream';
import { Body, Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { contentDisposition, FileStore } from '@wir/documents/api';
import {
  Answers,
  AnswersFile,
  Current,
  Id,
  ReadsPersonalData,
  Refuses,
  Requires,
  type Answer,
  type CurrentRequest,
} from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { BundleDto, BundlePageDto, BundleQueryDto, RequestBundleDto } from './bundle.dto';
import { BundleQueries } from './bundle.queries';
import { archiveName } from './entry-names';
import { RequestBundle } from './request-bundle';

@Controller('audit-bundles')
export class AuditBundlesController {
  constructor(
    private readonly queries: BundleQueries,
    private readonly requestBundle: RequestBundle,
    private readonly files: FileStore,
  ) {}

  @Get()
  @Requires('bundle.make')
  @Answers(BundlePageDto)
  list(@Current() request: CurrentRequest, @Query() query: BundleQueryDto): Promise<BundlePageDto> {
    return this.queries.list(request, query);
  }

  @Post()
  @Requires('bundle.make')
  @Answers(BundleDto, 201)
  @Refuses('bundle.object-not-found')
  make(@Current() request: CurrentRequest, @Body() body: RequestBundleDto): Promise<Answer<BundleDto>> {
    return this.requestBundle.execute(request, body);
  }

  @Get(':id')
  @Requires('bundle.make')
  @Answers(BundleDto)
  @Refuses('bundle.not-found')
  one(@Current() request: CurrentRequest, @Id() id: string): Promise<BundleDto> {
    return this.queries.read(request, id);
  }

  /** Streamed: a bundle may be larger than the memory of the process. */
  @Get(':id/file')
  @Requires('bundle.make')
  @ReadsPersonalData('AUDIT_BUNDLE')
  @AnswersFile('application/zip')
  @Refuses('bundle.not-found', 'bundle.not-finished')
  async file(@Current() request: CurrentRequest, @Id() id: string): Promise<StreamableFile> {
    const bundle = await this.queries.read(request, id);
    if (bundle.sha256 === null || bundle.size === null) throw new DomainError('conflict', 'bundle.not-finished');
    const content = await this.files.stream(bundle.sha256);
    return new StreamableFile(Readable.from(content, { objectMode: false }), {
      type: 'application/zip',
      disposition: contentDisposition(archiveName(bundle), 'attachment'),
      length: bundle.size,
    });
  }
}
