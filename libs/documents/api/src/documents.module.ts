import { Module, type DynamicModule } from '@nestjs/common';
import { FileStore } from './file-store';
import { FsFileStore } from './fs-file-store';
import { PdfRenderer } from './pdf-renderer';
import { TypstPdfRenderer } from './typst-pdf-renderer';

export interface DocumentsOptions {
  /** Folder of the content-addressed files, usually `<WIR_DATA_DIR>/files`. */
  readonly filesDir: string;
  /** Unset: `templates` beside the bundle, else the source tree's. */
  readonly templatesDir?: string;
}

/** Offers PdfRenderer and FileStore to every module; the compiler itself starts with the first letter. */
@Module({})
export class DocumentsModule {
  static forRoot(options: DocumentsOptions): DynamicModule {
    return {
      module: DocumentsModule,
      global: true,
      providers: [
        { provide: PdfRenderer, useFactory: () => new TypstPdfRenderer(options.templatesDir) },
        { provide: FileStore, useFactory: () => new FsFileStore(options.filesDir) },
      ],
      exports: [PdfRenderer, FileStore],
    };
  }
}
