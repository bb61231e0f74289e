import { randomUUID } from 'node:crypto';
import type { ApiUnderTest } from '../use-api';

export interface CommandRoute {
  /** Address with the id in it. */
  readonly path: (id: string) => string;
  /** A body that is right, so that only the refusal in question can be met. */
  readonly body: object;
  /** Somebody who may. */
  readonly by: string;
  /** Somebody who is signed in and may not. */
  readonly notBy: string;
  readonly notFound: string;
}

/** What every POST on a resource refuses in the same way. */
export function refusesAsUsual(api: ApiUnderTest, { path, body, by, notBy, notFound }: CommandRoute): void {
  it('refuses whoever is not signed in (401)', async () => {
    const answer = await api.client.post<{ code: string }>(path(randomUUID()), body);

    expect([answer.status, answer.body.code]).toEqual([401, 'auth.not-signed-in']);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  });

  it('refuses other roles (403)', async () => {
    const answer = await api.client.post<{ code: string }>(path(randomUUID()), body, { as: notBy });

    expect([answer.status, answer.body.code]).toEqual([403, 'auth.forbidden']);
  });

  it('does not know an unknown id (404)', async () => {
    const answer = await api.client.post<{ code: string; detail: string }>(path(randomUUID()), body, { as: by });

    expect([answer.status, answer.body.code]).toEqual([404, notFound]);
    expect(answer.body.detail).toMatch(/^Dies\S+ .* gibt es nicht\.$/);
  });

  it('refuses an id that is none, and members nobody asked for (400)', async () => {
    const noId = await api.client.post<{ code: string }>(path('17'), body, { as: by });
    const stranger = await api.client.post<{ errors: { path: string }[] }>(
      path(randomUUID()),
      { ...body, strange: 1 },
      { as: by },
    );

    expect([noId.status, noId.body.code]).toEqual([400, 'input.not-a-uuid']);
    expect([stranger.status, stranger.body.errors[0]?.path]).toEqual([400, 'strange']);
  });

  it('demands the Idempotency-Key (428)', async () => {
    const answer = await api.client.post<{ code: string }>(path(randomUUID()), body, { as: by, idempotencyKey: null });

    expect([answer.status, answer.body.code]).toEqual([428, 'idempotency.key-missing']);
  });
}

/** Gives an account a second role, to see that four eyes count persons and not roles. */
export async function alsoActsAs({ database }: ApiUnderTest, email: string, role: string): Promise<void> {
  const { rowCount } = await database.owner.query(
    "INSERT INTO identity.role_grant (account_id, role, reason) SELECT id, $2, 'Probe' FROM identity.account WHERE email = $1",
    [email, role],
  );
  if (rowCount !== 1) throw new Error(`No account ${email}`);
}
