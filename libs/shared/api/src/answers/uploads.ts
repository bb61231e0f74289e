import { createHash } from 'node:crypto';
import {
  applyDecorators,
  createParamDecorator,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import type { Request } from 'express';
import { memoryStorage } from 'multer';
import type { Observable } from 'rxjs';
import { HttpProblem, inputProblem } from '../problem/http-problem';

export const MAX_FILE_BYTES = 25 * 1024 * 1024;

export interface UploadedFile {
  readonly bytes: Buffer;
  /** As the client named it: shown as text, never used as a path. */
  readonly fileName: string;
  /** As the client claims; what it really is, the documents domain finds out. */
  readonly mediaType: string;
  readonly sha256: string;
}

/** Other types than multipart are refused before anything is read. */
class MultipartOnly implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!context.switchToHttp().getRequest<Request>().is('multipart/form-data'))
      throw new HttpProblem(415, 'input.media-type');
    return next.handle();
  }
}

const limits = { fileSize: MAX_FILE_BYTES, files: 1, fields: 20, fieldSize: 10_000, parts: 21, fieldNestingDepth: 0 };

/** The route takes one file (`file`) as multipart; the other fields are those of the DTO. */
export function AcceptsFile(fields?: new () => object): MethodDecorator {
  const file = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
  const schema = fields ? { allOf: [file, { $ref: getSchemaPath(fields) }] } : file;
  return applyDecorators(
    UseInterceptors(
      MultipartOnly,
      FileInterceptor('file', { storage: memoryStorage(), limits, defParamCharset: 'utf8' }),
    ),
    ApiConsumes('multipart/form-data'),
    ...(fields ? [ApiExtraModels(fields)] : []),
    ApiBody({ schema }),
  );
}

export const UploadedContent: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext): UploadedFile => {
    const { file } = context.switchToHttp().getRequest<Request>();
    if (!file) throw inputProblem('input.file-missing', 'file');
    const fileName = file.originalname.normalize('NFC');
    // Busboy decodes leniently: a replacement character means that the name was no UTF-8.
    if (
      !fileName.isWellFormed() ||
      /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]/.test(fileName) ||
      fileName.length > 255
    ) {
      throw inputProblem('input.forbidden-character', 'file');
    }
    return {
      bytes: file.buffer,
      fileName,
      mediaType: file.mimetype,
      sha256: createHash('sha256').update(file.buffer).digest('hex'),
    };
  },
);
