import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { concatMap, type Observable } from 'rxjs';
import { Transactions } from '../database/transactions';
import { currentRequestOf } from '../request/current-request';
import { Answer } from './answer';
import { FileAnswer } from './file-answer';

/** Turns results into answers: stored texts go out as they are, versions become ETags, files become attachments. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly transactions: Transactions) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    return next.handle().pipe(
      concatMap(async (result: unknown) => {
        await this.demandSession(request);
        return render(result, response);
      }),
    );
  }

  /** A protected route that never asked the database has not yet been checked against the live session. */
  private async demandSession(request: Request): Promise<void> {
    const current = currentRequestOf(request);
    if (current.permission !== null && !current.sessionOpened)
      await this.transactions.read(current, async () => undefined);
  }
}

function render(result: unknown, response: Response): unknown {
  if (result instanceof FileAnswer) return renderFile(result, response);
  if (!(result instanceof Answer)) {
    setETag(response, versionOf(result));
    return result;
  }
  if (result.isEmpty) return undefined;
  setETag(response, versionOf(result.value));
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  return result.text;
}

/** Uploaded or issued content never runs in our origin, whatever its bytes are. */
function renderFile(file: FileAnswer, response: Response): StreamableFile {
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  if (file.etag) response.setHeader('ETag', `"${file.etag}"`);
  return new StreamableFile(file.bytes, {
    type: file.mediaType,
    disposition: file.disposition,
    length: file.bytes.length,
  });
}

function setETag(response: Response, version: number | null): void {
  if (version !== null) response.setHeader('ETag', `"${version}"`);
}

function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('version' in value)) return null;
  return typeof value.version === 'number' ? value.version : null;
}
