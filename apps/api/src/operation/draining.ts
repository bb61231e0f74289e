import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplication } from '@nestjs/common';
import { Jobs, logger, Readiness, type Settings } from '@wir/shared/api';
import type { NextFunction, Request, Response } from 'express';

/** Supervisors send SIGKILL after ten seconds. */
const PATIENCE_MS = 9_000;
/** A request may have been sent on a connection that still looks idle from here. */
const GRACE_MS = 300;

const answering = new Set<Response>();
let isEnding = false;

/** How many requests are being answered now. */
export const answeringCount = (): number => answering.size;

/** Knows what is being answered, so that a connection is closed after its answer and never before. */
export function countAnswers(_request: Request, response: Response, next: NextFunction): void {
  answering.add(response);
  response.once('close', () => answering.delete(response));
  if (isEnding) response.setHeader('Connection', 'close');
  next();
}

/**
 * SIGTERM: readiness says no first, then (after WIR_DRAIN_SECONDS, for the balancer to notice) nothing new is accepted, what
 * has begun is answered, running jobs end or go back to the queue, and the pool is closed last.
 */
export function endOnSignals(app: INestApplication, settings: Settings): void {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  const end = (signal: NodeJS.Signals): void => {
    // A second signal of the same kind ends the process as if nobody listened.
    for (const each of signals) process.removeListener(each, end);
    void drain(app, settings, { why: signal, exitCode: 0 });
  };
  for (const each of signals) process.on(each, end);
  endOnFaults(app, settings);
}

/** What nobody caught leaves the process in an unknown state: it says so, answers what it can and ends; a supervisor starts the next. */
function endOnFaults(app: INestApplication, settings: Settings): void {
  let isFaulty = false;
  const end = (error: unknown): void => {
    const stack = error instanceof Error ? error.stack : String(error);
    logger.fatal({ errorName: error instanceof Error ? error.name : 'unknown', stack }, 'unexpected fault');
    if (isFaulty) process.exit(1);
    isFaulty = true;
    void drain(app, settings, { why: 'fault', exitCode: 1 });
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

async function drain(
  app: INestApplication,
  settings: Settings,
  { why, exitCode }: { readonly why: string; readonly exitCode: number },
): Promise<void> {
  app.get(Readiness).drain();
  logger.info({ why, answering: answering.size }, 'shutdown begins');
  const server = app.getHttpServer() as Server;
  const insist = setTimeout(
    () => {
      logger.error({ answering: answering.size }, 'shutdown was cut short');
      server.closeAllConnections();
      process.exit(1);
    },
    PATIENCE_MS + settings.drainSeconds * 1_000,
  );
  const jobs = app.get(Jobs).stop();
  await delay(settings.drainSeconds * 1_000);
  isEnding = true;
  for (const response of answering) if (!response.headersSent) response.setHeader('Connection', 'close');
  await Promise.all([closeServer(server), jobs]);
  await app.close();
  clearTimeout(insist);
  logger.info({ why }, 'shutdown complete');
  process.exit(exitCode);
}

/** `http.Server.close` would reset at once what looks idle: first no new connection, then a moment, then the idle ones. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
  await delay(GRACE_MS);
  server.closeIdleConnections();
  await closed;
}
