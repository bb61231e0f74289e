import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { HttpProblem } from '../problem/http-problem';

/** A route without a query DTO takes no query parameters at all; with one, the validation pipe refuses unknown names. */
@Injectable()
export class StrictQuery implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query } = context.switchToHttp().getRequest<Request>();
    const names = Object.keys(query);
    if (names.length > 0 && !takesQuery(context)) {
      throw new HttpProblem(400, 'input.invalid', {
        errors: names.map((path) => ({ path, code: 'input.unknown-parameter' })),
      });
    }
    return next.handle();
  }
}

function takesQuery(context: ExecutionContext): boolean {
  const args: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name);
  return (
    typeof args === 'object' &&
    args !== null &&
    Object.keys(args).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`))
  );
}
