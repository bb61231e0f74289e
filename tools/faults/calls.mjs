import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * @typedef {{ status: number, text: string, json: any, milliseconds: number, retryAfter: string | null }} Reply status 0: no
 *   answer came
 * @typedef {(api: number | { url: string }, as: string, method: string, path: string, body?: unknown,
 *   options?: { key?: string | null, version?: number, form?: FormData }) => Promise<Reply>} Call
 */

/** @param {{ url: string }[]} apis @param {Map<string, string>} tokens @returns {Call} */
export function caller(apis, tokens) {
  return async (api, as, method, path, body, { key, version, form } = {}) => {
    const target = typeof api === 'number' ? apis[api % apis.length] : api;
    const headers = { accept: 'application/json', authorization: `Bearer ${tokens.get(fullAddress(as))}` };
    if (method === 'POST' && key !== null) headers['idempotency-key'] = key ?? randomUUID();
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    if (!form && body !== undefined) headers['content-type'] = 'application/json';
    const started = performance.now();
    const reply = { status: 0, text: '', json: null, retryAfter: null };
    try {
      const url = path.startsWith('/health') ? target.url + path : `${target.url}/api/v1${path}`;
      const content = form ?? (body === undefined ? null : JSON.stringify(body));
      const response = await fetch(url, { method, headers, body: content, signal: AbortSignal.timeout(20_000) });
      reply.status = response.status;
      reply.retryAfter = response.headers.get('retry-after');
      reply.text = await response.text();
      reply.json = reply.text === '' ? null : JSON.parse(reply.text);
    } catch {
      reply.status = 0;
    }
    return { ...reply, milliseconds: performance.now() - started };
  };
}

const fullAddress = (name) => (name.includes('@') ? name : `${name}@wir.example`);

/** As a client that loses its server: the same key again until there is an answer of the portal itself. */
export async function untilAnswered(send, { patienceMs = 60_000 } = {}) {
  const until = Date.now() + patienceMs;
  const seen = [];
  for (let attempt = 0; ; attempt += 1) {
    const reply = await send(attempt);
    seen.push(reply.status);
    const isInProgress = reply.json?.code === 'idempotency.in-progress';
    if ((reply.status !== 0 && reply.status < 500 && !isInProgress) || Date.now() > until) return { reply, seen };
    await delay(150);
  }
}

/** @param {Reply} reply @param {string} what */
export function accepted(reply, what) {
  if (reply.status >= 200 && reply.status < 300) return reply.json;
  throw new Error(`${what}: ${reply.status} ${reply.text.slice(0, 300)}`);
}

/** n calls at once. */
export const atOnce = (n, work) => Promise.all(Array.from({ length: n }, (_, index) => work(index)));

/** All of them, a few at a time, so that preparing does not become the probe. */
export async function inLanes(n, work, lanes = 6) {
  const results = [];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < n; index = next++) results[index] = await work(index);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

export const count = (replies, ...statuses) => replies.filter(({ status }) => statuses.includes(status)).length;

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
