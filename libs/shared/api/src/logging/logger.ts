import type { LoggerService } from '@nestjs/common';
import { pino, stdTimeFunctions, type Logger } from 'pino';

/** One JSON line per event, with ids and codes only: no names, no bodies, no tokens. */
export const logger: Logger = pino({
  base: undefined,
  level: 'info',
  timestamp: stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: {
    paths: [
      'password',
      'token',
      'authorization',
      'cookie',
      'req',
      'res',
      '*.password',
      '*.token',
      '*.authorization',
      '*.cookie',
    ],
    remove: true,
  },
});

/** Hands what Nest itself has to say to the same log; its start-up chatter is left out. */
export const nestLogger: LoggerService = {
  log: () => undefined,
  debug: () => undefined,
  verbose: () => undefined,
  warn: (message: unknown) => logger.warn({ source: 'nest' }, String(message)),
  error: (message: unknown) =>
    logger.error({ source: 'nest' }, message instanceof Error ? (message.stack ?? message.message) : String(message)),
  fatal: (message: unknown) => logger.fatal({ source: 'nest' }, String(message)),
};
