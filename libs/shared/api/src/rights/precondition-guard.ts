import { Injectable, RequestMethod, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import type { Request } from 'express';
import { HttpProblem, inputProblem } from '../problem/http-problem';
import { currentRequestOf } from '../request/current-request';
import { UUID_PATTERN } from '../request/id-param';
import {
  DURING_ENROLMENT,
  PERMISSION,
  PERSONAL_DATA,
  PUBLIC,
  STEP_UP,
  WITHOUT_IF_MATCH,
  WITHOUT_KEY,
} from './rights-decorators';

const IF_MATCH = /^"(0|[1-9]\d{0,8})"$/;

/** Runs after authentication: notes the right the route needs and demands the headers that make a command safe to repeat. */
@Injectable()
export class PreconditionGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const current = currentRequestOf(request);
    const handler = context.getHandler();
    const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
    const isPublic = Reflect.getMetadata(PUBLIC, handler) === true;

    current.permission = isPublic ? null : permissionOf(handler);
    current.needsStepUp = Reflect.getMetadata(STEP_UP, handler) === true;
    current.isDuringEnrolment = isPublic || Reflect.getMetadata(DURING_ENROLMENT, handler) === true;
    const personalData: unknown = Reflect.getMetadata(PERSONAL_DATA, handler);
    current.personalData = typeof personalData === 'string' ? personalData : null;
    current.status = statusOf(handler, method);
    if (method === RequestMethod.POST && Reflect.getMetadata(WITHOUT_KEY, handler) !== true)
      current.idempotencyKey = idempotencyKey(request);
    if (isChange(method) && Reflect.getMetadata(WITHOUT_IF_MATCH, handler) !== true)
      current.expectVersion(ifMatch(request));
    return true;
  }
}

/** Closed by default, even for a route that slipped past the check at boot. */
function permissionOf(handler: object): string {
  const permission: unknown = Reflect.getMetadata(PERMISSION, handler);
  if (typeof permission !== 'string') throw new HttpProblem(403, 'auth.forbidden');
  return permission;
}

function statusOf(handler: object, method: unknown): number {
  const declared: unknown = Reflect.getMetadata(HTTP_CODE_METADATA, handler);
  if (typeof declared === 'number') return declared;
  return method === RequestMethod.POST ? 201 : 200;
}

function isChange(method: unknown): boolean {
  return method === RequestMethod.PUT || method === RequestMethod.PATCH || method === RequestMethod.DELETE;
}

function idempotencyKey(request: Request): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined || key === '') throw new HttpProblem(428, 'idempotency.key-missing');
  if (typeof key !== 'string' || !UUID_PATTERN.test(key)) throw inputProblem('idempotency.key-invalid');
  return key.toLowerCase();
}

function ifMatch(request: Request): number {
  const header = request.headers['if-match'];
  if (header === undefined || header === '') throw new HttpProblem(428, 'platform.if-match-missing');
  const match = IF_MATCH.exec(header);
  if (!match) throw inputProblem('input.if-match-invalid');
  return Number(match[1]);
}
