import type { LoggerService } from '@nestjs/common';
import { pino, stdTimeFunctions, type Logger } from 'pino';
import { loggedFault } from './fault';

/** Members that never belong into a log, should somebody hand them over by mistake. */
const SECRETS = [
  ...['password', 'currentPassword', 'newPassword', 'token', 'accessToken', 'refreshToken', 'secret', 'totp'],
  ...['recoveryCode', 'authorization', 'cookie', 'iban', 'bic', 'accountHolder', 'name', 'email', 'body', 'req', 'res'],
];

/** One JSON line per event, with ids and codes only: no names, no bodies, no tokens. */
export const logger: Logger = pino({
  base: undefined,
  level: 'info',
  timestamp: stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true },
});

/** Hands what Nest itself has to say to the same log; its start-up chatter is left out, and of errors their place is told. */
export const nestLogger: LoggerService = {
  log: () => undefined,
  debug: () => undefined,
  verbose: () => undefined,
  warn: (message: unknown) => logger.warn({ source: 'nest', ...faultOf(message) }, 'nest'),
  error: (message: unknown) => logger.error({ source: 'nest', ...faultOf(message) }, 'nest'),
  fatal: (message: unknown) => logger.fatal({ source: 'nest', ...faultOf(message) }, 'nest'),
};

/** Texts of Nest name modules and routes; longer ones could quote a request. */
function faultOf(message: unknown): object {
  return typeof message === 'string' ? { text: message.slice(0, 200) } : loggedFault(message);
}
