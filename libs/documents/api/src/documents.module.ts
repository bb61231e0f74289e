import { Module, type DynamicModule } from '@nestjs/common';
import { registerProblemTexts } from '@wir/shared/api';
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

registerProblemTexts({
  'document.empty': 'Die Datei ist leer.',
  'document.too-large': 'Die Datei ist zu groß (höchstens 25 MB).',
  'document.type-not-allowed':
    'Dieses Dateiformat wird nicht angenommen. Möglich sind PDF, PNG, JPEG, DOCX, XLSX und ODT.',
  'document.not-found': 'Diese Datei gibt es nicht.',
  'document.corrupted': 'Die gespeicherte Datei ist beschädigt. Bitte verständigen Sie die Administration.',
  'document.storage-full': 'Der Speicherplatz ist erschöpft. Bitte verständigen Sie die Administration.',
});
