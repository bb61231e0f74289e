import { HttpProblem } from './http-problem';

const constraintCodes = new Map<string, string>();

/** SQL constraint name → stable code of the 409 it means (of the 403, where a function refuses for want of a right). */
export function registerConstraintCodes(added: Readonly<Record<string, string>>): void {
  for (const [constraint, code] of Object.entries(added)) constraintCodes.set(constraint, code);
}

/** What node-postgres tells about a refused statement; TypeORM wraps it as `driverError`. */
export interface SqlError {
  readonly code: string;
  readonly constraint?: string;
}

const SQLSTATE = /^[0-9A-Z]{5}$/;

export function sqlErrorOf(error: unknown): SqlError | null {
  if (typeof error !== 'object' || error === null) return null;
  const candidate =
    'driverError' in error && typeof error.driverError === 'object' && error.driverError !== null
      ? error.driverError
      : error;
  if (
    !('code' in candidate) ||
    typeof candidate.code !== 'string' ||
    !SQLSTATE.test(candidate.code) ||
    !('severity' in candidate)
  )
    return null;
  return {
    code: candidate.code,
    constraint:
      'constraint' in candidate && typeof candidate.constraint === 'string' ? candidate.constraint : undefined,
  };
}

/** The connection broke or could not be had: nothing is known about the statement that was under way. */
export function isConnectionLoss(error: unknown): boolean {
  const sql = sqlErrorOf(error);
  if (sql) return sql.code.startsWith('08') || ['57P01', '57P02', '57P03', '58030'].includes(sql.code);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (
    (typeof code === 'string' && ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'].includes(code)) ||
    /Connection terminated|timeout exceeded when trying to connect|connection timeout|not queryable/i.test(
      error.message,
    )
  );
}

/** No connection became free in time: trying again at once would only make the queue longer. */
export function isOverload(error: unknown): boolean {
  return error instanceof Error && /timeout exceeded when trying to connect/i.test(error.message);
}

/**
 * Worth running the whole transaction again: serialization failure, deadlock. A lock not had within lock_timeout is not:
 * whoever holds it will hold it a while longer, and the caller would wait four times as long to be told so.
 */
export function isRetryable(error: unknown): boolean {
  const sql = sqlErrorOf(error);
  return sql !== null && ['40001', '40P01'].includes(sql.code);
}

const BUSY = { 'Retry-After': '1' };

/** Null when the error is none of the database. */
export function problemOfSqlError(error: unknown): HttpProblem | null {
  if (isConnectionLoss(error)) return new HttpProblem(503, 'platform.database-unavailable', {}, { 'Retry-After': '2' });
  const sql = sqlErrorOf(error);
  if (!sql) return null;
  if (['23505', '23P01', '23514', '23503'].includes(sql.code)) return conflict(sql);
  if (['22021', '22P02', '22003', '22P05'].includes(sql.code)) return new HttpProblem(400, 'input.invalid');
  if (['40001', '40P01', '55P03'].includes(sql.code)) return new HttpProblem(503, 'platform.busy', {}, BUSY);
  if (sql.code === '57014') return new HttpProblem(503, 'platform.timeout', {}, BUSY);
  if (sql.code === '42501') return new HttpProblem(403, constraintCodes.get(sql.constraint ?? '') ?? 'auth.forbidden');
  if (sql.code === '53100') return new HttpProblem(507, 'platform.storage-full');
  if (sql.code.startsWith('53')) return new HttpProblem(503, 'platform.busy', {}, BUSY);
  return null;
}

function conflict(sql: SqlError): HttpProblem {
  return new HttpProblem(409, constraintCodes.get(sql.constraint ?? '') ?? 'platform.conflict');
}
