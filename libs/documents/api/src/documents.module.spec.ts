import 'reflect-metadata';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Readiness } from '@wir/shared/api';
import { DocumentsModule } from './documents.module';
import { FileStore } from './file-store';
import { FsFileStore } from './fs-file-store';
import { PdfRenderer } from './pdf-renderer';
import { TypstPdfRenderer } from './typst-pdf-renderer';

@Injectable()
class IssueNotice {
  constructor(
    readonly pdf: PdfRenderer,
    readonly files: FileStore,
  ) {}
}

@Global()
@Module({ providers: [Readiness], exports: [Readiness] })
class SharedModule {}

@Module({ providers: [IssueNotice] })
class DecisionsModule {}

describe('the documents module', () => {
  it('offers renderer and store to every other module by their type', async () => {
    const root = {
      module: class Root {},
      imports: [SharedModule, DocumentsModule.forRoot({ filesDir: join(tmpdir(), 'wir-unused') }), DecisionsModule],
    };
    const app = await NestFactory.createApplicationContext(root, { logger: false });

    expect(app.get(IssueNotice).pdf).toBeInstanceOf(TypstPdfRenderer);
    expect(app.get(IssueNotice).files).toBeInstanceOf(FsFileStore);
    await app.close();
  });
});
