import type { NextFunction, Request, Response } from 'express';

const BESIDE = /^\/api\/v1(\/(?:health\/(?:live|ready)|metrics))$/;

/** Supervisors ask at the root, programs that only know the base address below it; both get the same answer. */
export function healthAlias(request: Request, _response: Response, next: NextFunction): void {
  const [, address] = BESIDE.exec(request.url) ?? [];
  if (address) request.url = address;
  next();
}
