import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChildInspection } from './child-inspection';
import { isScannerReady, refuseMalware, type ScannerAddress } from './clamd';
import { acceptVerdict, refuseSize, type InspectedUpload, type Upload } from './inspect-upload';

const SCAN_PATIENCE_MS = 10_000;
const PING_PATIENCE_MS = 1_000;

/**
 * Port and injection token: looks into what somebody hands in before anything of it is stored. Until it answers, the
 * bytes exist in memory only — that is the quarantine (ADR 0019).
 */
export abstract class UploadInspector {
  /** Refuses with 422 and the reason, or with 503 when nobody could look. */
  abstract inspect(upload: Upload): Promise<InspectedUpload>;

  abstract readonly hasScanner: boolean;

  /** For whoever watches; false also when none is configured. */
  abstract isScannerReady(): Promise<boolean>;
}

export class SafeUploadInspector extends UploadInspector {
  constructor(
    private readonly child: ChildInspection,
    private readonly scanner: ScannerAddress | null,
    private readonly scanPatienceMs = SCAN_PATIENCE_MS,
  ) {
    super();
  }

  /** What something is, is found out first: clamd is asked only about files that could be taken. */
  async inspect(upload: Upload): Promise<InspectedUpload> {
    refuseSize(upload.bytes);
    const inspected = acceptVerdict(await this.child.inspect(upload.bytes), upload);
    if (this.scanner) await refuseMalware(this.scanner, upload.bytes, this.scanPatienceMs);
    return inspected;
  }

  get hasScanner(): boolean {
    return this.scanner !== null;
  }

  async isScannerReady(): Promise<boolean> {
    return this.scanner !== null && isScannerReady(this.scanner, PING_PATIENCE_MS);
  }
}

/** Beside the bundle in dist/api, else in the workspace. */
export function defaultInspectionProgram(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const bundled = join(here, 'inspect-upload.mjs');
  return existsSync(bundled) ? bundled : resolve(here, '../../../../../dist/api/inspect-upload.mjs');
}
