import type pg from 'pg';
import { createHash } from 'node:crypto';
import type { CurrentRequest } from '../request/current-request';
import { HttpProblem } from '../problem/http-problem';
import { Answer } from '../answers/answer';
import { namedQuery } from './named-client';
import type { Tx } from './tx';

/** Row of platform.claim_command. */
export interface Claim {
  readonly claimed: boolean;
  readonly same_content: boolean;
  readonly status: number | null;
  readonly body: string | null;
}

const CLAIM = 'SELECT claimed, same_content, status, body FROM platform.claim_command($1, $2)';
const APPEND = 'SELECT audit.append($1::jsonb, $2, $3)';
const FINISH = 'SELECT platform.finish_command($1, $2, $3)';
const APPEND_AND_FINISH = 'SELECT audit.append($1::jsonb, $2, $3), platform.finish_command($4, $5, $6)';

/** Same method, address, account and content have the same fingerprint; a key stands for one of them only. */
export function fingerprintOf(request: CurrentRequest): string {
  const parts = [request.method, request.path, request.accountId ?? '', request.contentDigest()];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Waits while another transaction holds the key. Null when the request carries none. */
export async function claimCommand(client: pg.PoolClient, request: CurrentRequest): Promise<Claim | null> {
  if (request.idempotencyKey === null) return null;
  const { rows } = await client.query<Claim>({
    ...namedQuery(CLAIM, []),
    values: [request.idempotencyKey, fingerprintOf(request)],
  });
  return rows[0] ?? null;
}

/** A key that stands for another command is refused before anything is done under a key derived from it. */
export async function refuseForeignKey(tx: Tx, request: CurrentRequest): Promise<void> {
  if (request.idempotencyKey === null) return;
  await tx.execute('SAVEPOINT client_key');
  const claim = await tx.queryOne<Claim>(CLAIM, [request.idempotencyKey, fingerprintOf(request)]);
  await tx.execute('ROLLBACK TO SAVEPOINT client_key');
  if (claim !== null && !claim.claimed && !claim.same_content) throw new HttpProblem(422, 'idempotency.key-reused');
}

/** The stored answer, byte for byte; null when this request is the first with its key. */
export function storedAnswer<T>(claim: Claim | null): Answer<T> | null {
  if (claim === null || claim.claimed) return null;
  if (!claim.same_content) throw new HttpProblem(422, 'idempotency.key-reused');
  if (claim.status === null || claim.body === null)
    throw new HttpProblem(409, 'idempotency.in-progress', {}, { 'Retry-After': '1' });
  return Answer.stored<T>(claim.status, claim.body);
}

/** Audit trail and stored answer in one statement, the last before COMMIT. Null when there is nothing to write. */
export function closingStatement(
  request: CurrentRequest,
  { auditEntries: entries, deputyFor }: Pick<Tx, 'auditEntries' | 'deputyFor'>,
  answer: { status: number; text: string },
): { text: string; values: unknown[] } | null {
  const audit = [JSON.stringify(entries), request.requestId, deputyFor?.id ?? null];
  const finish = [request.idempotencyKey, answer.status, answer.text];
  if (request.idempotencyKey === null) return entries.length === 0 ? null : { text: APPEND, values: audit };
  return entries.length === 0
    ? { text: FINISH, values: finish }
    : { text: APPEND_AND_FINISH, values: [...audit, ...finish] };
}
