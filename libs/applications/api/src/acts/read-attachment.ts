import { Injectable } from '@nestjs/common';
import { FileStore } from '@wir/documents/api';
import { FileAnswer, Transactions, type CurrentRequest } from '@wir/shared/api';
import { findAttachment } from '../data/attachment.queries';

/** The very bytes that were handed in. */
@Injectable()
export class ReadAttachment {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
  ) {}

  async execute(request: CurrentRequest, id: string, attachmentId: string): Promise<FileAnswer> {
    const { sha256, mediaType, fileName } = await this.transactions.read(request, (tx) =>
      findAttachment(tx, id, attachmentId),
    );
    return new FileAnswer(await this.files.read(sha256), mediaType, fileName, { etag: sha256 });
  }
}
