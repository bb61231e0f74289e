import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { valueFor, type Operation } from './fuzzing';

export interface Sent {
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
}

/** A body the schema accepts, always the same one for a seed; null for operations without. */
export function plainBody(document: object, operation: Operation, seed = 1): string | FormData | null {
  if (!operation.body) return null;
  const arbitrary = valueFor(document, operation.body.schema, true, () => []);
  const value = fc.sample(arbitrary, { seed, numRuns: 1 })[0];
  if (operation.body.mediaType !== 'multipart/form-data') return JSON.stringify(value);
  const form = new FormData();
  for (const [name, content] of Object.entries(value as object))
    if (name !== 'file') form.append(name, typeof content === 'string' ? content : JSON.stringify(content));
  form.append('file', new Blob(['%PDF-1.7\n%%EOF\n'], { type: 'application/pdf' }), 'datei.pdf');
  return form;
}

/** With every header the operation demands, so that rights and records decide the answer and not the form. */
export async function send(
  url: string,
  operation: Operation,
  path: string,
  token: string | null,
  body: string | FormData | null,
): Promise<Sent> {
  const headers: Record<string, string> = {};
  if (token !== null) headers['authorization'] = `Bearer ${token}`;
  if (operation.demands === 'key') headers['idempotency-key'] = randomUUID();
  if (operation.demands === 'version') headers['if-match'] = '"1"';
  if (typeof body === 'string') headers['content-type'] = 'application/json';
  const started = performance.now();
  const response = await fetch(url + path, { method: operation.method, headers, body, redirect: 'manual' });
  const text = await response.text();
  return { status: response.status, text, milliseconds: performance.now() - started };
}

/** What was asked for is the only thing two answers about the same nothing may differ in. */
export function comparable(text: string): string {
  return text.replace(/"requestId":"[^"]*"/g, '"requestId":""');
}

/** Runs the work over all items, a few at a time. */
export async function eachOf<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/** Query values that the operation demands. */
export function requiredQuery(document: object, operation: Operation): string {
  const parts = operation.query
    .filter(({ required }) => required)
    .map(({ name, schema }) => {
      const value = fc.sample(
        valueFor(document, schema, true, () => [], name),
        { seed: 1, numRuns: 1 },
      )[0];
      return `${name}=${encodeURIComponent(String(value))}`;
    });
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
