import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { logger } from '../logging/logger';
import { loggablePath } from '../rights/route-table';
import { currentRequestOf } from './current-request';

export type ObserveRequest = (request: Request, status: number, seconds: number) => void;

/** One line per request when its answer has left: ids and codes, neither person nor content. */
export function requestLog(observe: ObserveRequest): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    const current = currentRequestOf(request);
    const started = performance.now();
    response.setHeader('X-Request-Id', current.requestId);
    response.once('close', () => {
      const milliseconds = performance.now() - started;
      observe(request, response.statusCode, milliseconds / 1000);
      if (!request.originalUrl.startsWith('/api/')) return;
      const code: unknown = response.locals['problemCode'];
      logger.info(
        {
          requestId: current.requestId,
          method: current.method,
          path: loggablePath(current.path),
          status: response.statusCode,
          aborted: response.writableFinished ? undefined : true,
          code: typeof code === 'string' ? code : undefined,
          account: current.accountId ?? undefined,
          ms: Math.round(milliseconds * 10) / 10,
        },
        'request',
      );
    });
    next();
  };
}
