import type pg from 'pg';
import type { CurrentRequest } from '../request/current-request';
import { objectOfPath } from '../request/object-of-path';
import { namedQuery } from './named-client';
import { sentTogether } from './sent-together';
import type { SessionRow } from './session';

const NOTE_READ = 'SELECT audit.note_read($1, $2, $3, $4)';

/** Every look of the court of audit, and every look of the authority at personal data, once per request. */
function mustBeNoted(request: CurrentRequest, session: SessionRow): boolean {
  if (request.method !== 'GET' || request.readNoted || session.applicant_id !== null) return false;
  return request.personalData !== null || session.roles.includes('EXTERNAL_AUDITOR');
}

/** The entry travels with the first statement of the read: nobody waits for it, and nothing is answered without it. */
export async function readNoted<T>(
  client: pg.PoolClient,
  request: CurrentRequest,
  session: SessionRow,
  work: () => Promise<T>,
): Promise<T> {
  if (!mustBeNoted(request, session)) return work();
  const { objectType, objectId } = objectOfPath(request.path);
  const values = [request.personalData ?? objectType, objectId, request.path, request.requestId];
  const [answer] = await sentTogether<[T, unknown]>(client, () => [
    work(),
    client.query({ ...namedQuery(NOTE_READ, []), values }),
  ]);
  request.readNoted = true;
  return answer;
}
