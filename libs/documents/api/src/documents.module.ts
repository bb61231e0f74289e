import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { Readiness, registerProblemTexts } from '@wir/shared/api';
import { FileStore } from './file-store';
import { FsFileStore } from './fs-file-store';
import { PdfRenderer } from './pdf-renderer';
import { TypstPdfRenderer } from './typst-pdf-renderer';
import { ChildInspection } from './uploads/child-inspection';
import { scannerAddress } from './uploads/clamd';
import { defaultInspectionProgram, SafeUploadInspector, UploadInspector } from './uploads/upload-inspector';

export interface DocumentsOptions {
  /** Folder of the content-addressed files, usually `<WIR_DATA_DIR>/files`. */
  readonly filesDir: string;
  /** Unset: `templates` beside the bundle, else the source tree's. */
  readonly templatesDir?: string;
  /** `host:port` of clamd; unset: files are inspected, but not scanned for malware. */
  readonly clamd?: string;
}

/** Offers PdfRenderer, FileStore and UploadInspector to every module; the compiler itself starts with the first letter. */
@Module({})
export class DocumentsModule implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly inspector: UploadInspector,
  ) {}

  /** Named for whoever watches; without its scanner the portal takes no files, but does everything else. */
  async onModuleInit(): Promise<void> {
    if (!this.inspector.hasScanner) return;
    this.readiness.register('scanner', async () => ({ ok: true, reachable: await this.inspector.isScannerReady() }));
  }

  static forRoot(options: DocumentsOptions): DynamicModule {
    return {
      module: DocumentsModule,
      global: true,
      providers: [
        { provide: PdfRenderer, useFactory: () => new TypstPdfRenderer(options.templatesDir) },
        { provide: FileStore, useFactory: () => new FsFileStore(options.filesDir) },
        { provide: UploadInspector, useFactory: () => uploadInspector(options.clamd) },
      ],
      exports: [PdfRenderer, FileStore, UploadInspector],
    };
  }
}

function uploadInspector(clamd: string | undefined): UploadInspector {
  const child = new ChildInspection(defaultInspectionProgram());
  return new SafeUploadInspector(child, clamd === undefined ? null : scannerAddress(clamd));
}

registerProblemTexts({
  'document.empty': 'Die Datei ist leer.',
  'document.too-large': 'Die Datei ist zu groß (höchstens 25 MB).',
  'document.type-not-allowed':
    'Dieses Dateiformat wird nicht angenommen. Möglich sind PDF, PNG, JPEG, DOCX, XLSX und ODT.',
  'document.type-mismatch':
    'Der Name oder der angegebene Typ der Datei passt nicht zu ihrem Inhalt. Bitte prüfen Sie, ob Sie die richtige Datei gewählt haben.',
  'document.encrypted':
    'Die Datei ist verschlüsselt. Bitte speichern Sie sie ohne Kennwort und ohne Berechtigungsschutz.',
  'document.active-content':
    'Die Datei enthält aktive Inhalte (Skript, Makro, eingebettete Datei oder automatische Aktion). Bitte speichern Sie sie als einfache PDF-Datei.',
  'document.two-formats':
    'Die Datei enthält neben ihrem eigentlichen Inhalt weitere Daten eines anderen Formats. Bitte erzeugen Sie sie neu.',
  'document.archive-unsafe':
    'Die Datei ist unzulässig gepackt (zu groß, verschachtelt oder mit unzulässigen Namen). Bitte speichern Sie sie neu, am besten als PDF.',
  'document.image-too-large': 'Das Bild ist zu groß (höchstens 50 Megapixel). Bitte verkleinern Sie es.',
  'document.too-complex':
    'Die Datei ist zu umfangreich aufgebaut, um geprüft zu werden. Bitte speichern Sie sie neu, am besten als einfache PDF-Datei.',
  'document.unreadable': 'Die Datei ist beschädigt oder unvollständig. Bitte prüfen Sie, ob sie sich öffnen lässt.',
  'document.malware': 'Der Virenscanner hat die Datei beanstandet. Sie wurde nicht gespeichert.',
  'document.scanner-unavailable':
    'Die Datei kann zurzeit nicht auf Schadprogramme geprüft werden. Bitte versuchen Sie es später noch einmal.',
  'document.inspection-unavailable':
    'Die Datei kann zurzeit nicht geprüft werden. Bitte versuchen Sie es später noch einmal.',
  'document.inspection-busy': 'Es werden gerade sehr viele Dateien geprüft. Bitte versuchen Sie es gleich noch einmal.',
  'document.not-found': 'Diese Datei gibt es nicht.',
  'document.corrupted': 'Die gespeicherte Datei ist beschädigt. Bitte verständigen Sie die Administration.',
  'document.storage-full': 'Der Speicherplatz ist erschöpft. Bitte verständigen Sie die Administration.',
});
