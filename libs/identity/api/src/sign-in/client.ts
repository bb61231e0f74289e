import type { Request } from 'express';

/** Where a sign-in comes from, as far as its holder can recognise it again. */
export interface Client {
  readonly address: string;
  /** Browser and system only: enough to recognise, too little to follow somebody. */
  readonly device: string | null;
  readonly requestId: string;
}

const BROWSERS: readonly (readonly [pattern: string, name: string])[] = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
];
const SYSTEMS: readonly (readonly [pattern: string, name: string])[] = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iOS'],
  ['iPad', 'iOS'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
];

export function clientOf(request: Request, requestId: string): Client {
  return { address: request.ip ?? '', device: deviceOf(request.headers['user-agent']), requestId };
}

export function deviceOf(userAgent: string | undefined): string | null {
  if (userAgent === undefined || userAgent === '') return null;
  const nameIn = (table: typeof BROWSERS): string | undefined =>
    table.find(([pattern]) => userAgent.includes(pattern))?.[1];
  const known = [nameIn(BROWSERS), nameIn(SYSTEMS)].filter((name) => name !== undefined);
  return known.length > 0 ? known.join(', ') : 'Programm';
}
