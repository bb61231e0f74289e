import type { Answer, RequestOptions } from '@wir/shared/testing';
import type { ApiUnderTest } from './use-api';

export interface ProblemBody {
  readonly code: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
  readonly [extra: string]: unknown;
}

export interface GuardedRoute {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: (id: string) => string;
  readonly body?: object;
  /** Account that may. */
  readonly as: string;
  /** Account that is signed in and may not. */
  readonly notFor: string;
  /** Account with the same right at another municipality; none for routes of the staff. */
  readonly foreigner?: string;
  /** Code of what is not there, or not theirs. */
  readonly notFound?: string;
}

const UNKNOWN = '11111111-2222-4333-8444-555555555555';

/** The refusals that every route on one object owes: 400, 401, 403, 404 and 428, each by its code. */
export function itRefusesStrangers(api: ApiUnderTest, route: GuardedRoute, objectId: () => string): void {
  const { as, notFor, foreigner, notFound = 'application.not-found' } = route;
  const isChange = route.method !== 'get' && route.method !== 'post';
  const call = (id: string, options: RequestOptions): Promise<Answer<ProblemBody>> =>
    callRoute(api, route, id, { ...(isChange ? { ifMatch: 1 } : {}), ...options });

  it('401: wants a sign-in', async () => {
    expect(await call(objectId(), {})).toMatchObject({ status: 401, body: { code: 'auth.not-signed-in' } });
  });

  it('403: refuses who has not the right', async () => {
    expect(await call(objectId(), { as: notFor })).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
  });

  it('400: refuses an id that is none', async () => {
    expect(await call('1', { as })).toMatchObject({ status: 400, body: { code: 'input.not-a-uuid' } });
  });

  it('404: knows nothing unknown, and what belongs to another is unknown', async () => {
    const unknown = await call(UNKNOWN, { as });

    expect(unknown).toMatchObject({ status: 404, body: { code: notFound } });
    if (foreigner === undefined) return;
    const foreign = await call(objectId(), { as: foreigner });
    expect(foreign).toMatchObject({ status: 404, body: { ...unknown.body, requestId: expect.any(String) } });
  });

  if (route.method === 'post') {
    it('428: wants an Idempotency-Key', async () => {
      expect(await call(objectId(), { as, idempotencyKey: null })).toMatchObject({
        status: 428,
        body: { code: 'idempotency.key-missing' },
      });
    });
  }
  if (isChange) {
    it('428: wants an If-Match', async () => {
      const answer = await callRoute<ProblemBody>(api, route, objectId(), { as });

      expect(answer).toMatchObject({ status: 428, body: { code: 'platform.if-match-missing' } });
    });
  }
}

export function callRoute<T>(
  api: ApiUnderTest,
  { method, path, body = {} }: GuardedRoute,
  id: string,
  options: RequestOptions,
): Promise<Answer<T>> {
  const { client } = api;
  if (method === 'get' || method === 'delete') return client[method]<T>(path(id), options);
  return client[method]<T>(path(id), body, options);
}
