import { createHash } from 'node:crypto';
import pg from 'pg';

const names = new Map<string, string>();
const MAX_NAMES = 2000;

/** The same text always gets the same name, so PostgreSQL parses and plans it once per connection. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= MAX_NAMES) return undefined;
  const name = `w${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
  names.set(text, name);
  return name;
}

export interface NamedQuery {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export function namedQuery(text: string, values: readonly unknown[]): NamedQuery {
  return { name: nameOf(text), text, values };
}

/** The client that TypeORM gets: its statements are named too. Statements without values keep the simple protocol. */
export class NamedClient extends pg.Client {
  // The overloads of node-postgres cannot be overridden one by one; only the form TypeORM uses is changed.
  override query: pg.Client['query'] = ((...args: unknown[]): unknown => {
    const [text, values, ...rest] = args;
    const forward = pg.Client.prototype.query as (...forwarded: unknown[]) => unknown;
    if (typeof text === 'string' && Array.isArray(values) && values.length > 0)
      return forward.call(this, namedQuery(text, values), ...rest);
    return forward.apply(this, args);
  }) as pg.Client['query'];
}
