import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { inputProblem } from '../problem/http-problem';

export const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const readId = createParamDecorator((name: string, context: ExecutionContext) => {
  const value = context.switchToHttp().getRequest<Request>().params[name];
  if (typeof value !== 'string' || !UUID_PATTERN.test(value)) throw inputProblem('input.not-a-uuid', name);
  return value.toLowerCase();
});

/** A path parameter that is an id of ours; anything but a UUID is 400. */
export function Id(name = 'id'): ParameterDecorator {
  return readId(name);
}
