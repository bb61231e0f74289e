import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FileStore } from '@wir/documents/api';
import { Jobs, logger, Transactions, type CurrentRequest } from '@wir/shared/api';

export const UNUSED_FILES_QUEUE = 'records.unused-files';

/** After a case was deleted: its files go when no row of any case names them any more. Asked again, since days may lie between. */
@Injectable()
export class UnusedFiles implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly files: FileStore,
  ) {}

  onModuleInit(): void {
    this.jobs.work(UNUSED_FILES_QUEUE, (data, request) => this.remove(data, request));
  }

  async remove(data: unknown, request: CurrentRequest): Promise<void> {
    const wanted = filesOf(data);
    const unused = await this.transactions.read(request, (tx) =>
      tx.query<{ sha256: string }>('SELECT sha256 FROM records.unused_files($1) AS f (sha256)', [wanted]),
    );
    for (const { sha256 } of unused) await this.files.remove(sha256);
    logger.info({ removed: unused.length, kept: wanted.length - unused.length }, 'files of a deleted case removed');
  }
}

function filesOf(data: unknown): string[] {
  const files = typeof data === 'object' && data !== null && 'files' in data ? data.files : [];
  return Array.isArray(files) ? files.filter((each): each is string => typeof each === 'string') : [];
}
