import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplication } from '@nestjs/common';
import { Jobs, logger, Readiness, type Settings } from '@wir/shared/api';
import type { NextFunction, Request, Response } from 'express';

/** Supervisors send SIGKILL after ten seconds. */
const PATIENCE_MS = 9_000;

const answering = new Set<Response>();
let isEnding = false;

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
    void drain(app, settings, signal);
  };
  for (const each of signals) process.on(each, end);
}

async function drain(app: INestApplication, settings: Settings, signal: string): Promise<void> {
  app.get(Readiness).drain();
  logger.info({ signal, answering: answering.size }, 'shutdown begins');
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
  // Closes idle connections at once and waits for the others; then the pool.
  await Promise.all([closeServer(server), jobs]);
  await app.close();
  clearTimeout(insist);
  logger.info({ signal }, 'shutdown complete');
  process.exit(0);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
