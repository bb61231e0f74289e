import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { PERSONAS, type Answer } from '@wir/shared/testing';
import type { ApiUnderTest } from '../use-api';

export const ADMIN = PERSONAS.admin;
export const ADMIN_SECOND = PERSONAS.adminSecond;
export const PASSWORD = 'Sieben-Birnen-am-Seeufer!';

export interface AccountBody {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly state: string;
  readonly organisation: string;
  readonly applicantId: string | null;
  readonly roles: readonly {
    readonly id: string;
    readonly role: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
  readonly grants: readonly {
    readonly id: string;
    readonly role: string;
    readonly reason: string;
    readonly endReason: string | null;
    readonly current: boolean;
    readonly grantedByName: string | null;
  }[];
  readonly sessions: readonly object[];
  readonly otherAccounts: readonly { readonly id: string }[];
  readonly pendingFactorReset: { readonly id: string; readonly mayConfirm: boolean } | null;
  readonly delegations: readonly { readonly id: string; readonly validTo: string; readonly revokedAt: string | null }[];
  readonly invitation: { readonly usedAt: string | null } | null;
  readonly leavesOn: string | null;
  readonly version: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** The account of a demo address, as administrators see it. */
export async function accountOf({ client }: ApiUnderTest, email: string): Promise<AccountBody> {
  const list = await client.get<Page<AccountBody>>(`/accounts?search=${encodeURIComponent(email)}`, { as: ADMIN });
  const id = list.body.items.find((item) => item.email === email)?.id;
  if (id === undefined) throw new Error(`No account ${email}: ${JSON.stringify(list.body)}`);
  return (await client.get<AccountBody>(`/accounts/${id}`, { as: ADMIN })).body;
}

export async function idOf(api: ApiUnderTest, email: string): Promise<string> {
  return (await accountOf(api, email)).id;
}

export function newEmail(): string {
  return `neu-${randomUUID()}@wir.example`;
}

export async function createAccount(
  api: ApiUnderTest,
  body: Readonly<Record<string, unknown>> = {},
): Promise<Answer<AccountBody>> {
  const name = body['personId'] === undefined ? { name: 'Paula Neumann' } : {};
  return api.client.post<AccountBody>(
    '/accounts',
    { ...name, email: newEmail(), roles: [{ role: 'CASE_WORKER', reason: 'Einstellung' }], ...body },
    { as: ADMIN },
  );
}

/** The token of the newest link mailed to an address. Jobs run beside the requests, so it may take a moment. */
export async function linkTo({ client }: ApiUnderTest, email: string, notThis?: string): Promise<string> {
  for (let waited = 0; waited < 30_000; waited += 200) {
    const { body } = await client.get<{ items: { link: string | null }[] }>(
      `/demo/mails?to=${encodeURIComponent(email)}`,
    );
    const token = body.items.find(({ link }) => link !== null)?.link?.split('#')[1];
    if (token !== undefined && token !== notThis) return token;
    await pause(200);
  }
  throw new Error(`No link was mailed to ${email}`);
}

export function redeem({ client }: ApiUnderTest, token: string, password = PASSWORD): Promise<Answer<object>> {
  return client.post('/auth/password', { token, password }, { idempotencyKey: null });
}

export function signIn(
  { client }: ApiUnderTest,
  email: string,
  password = PASSWORD,
): Promise<Answer<{ accessToken: string }>> {
  return client.post('/auth/token', { email, password }, { idempotencyKey: null });
}

/** A person of her own for one test: invited, with a password, signed in. */
export async function newcomer(
  api: ApiUnderTest,
  body: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly account: AccountBody; readonly token: string }> {
  const created = await createAccount(api, body);
  if (created.status !== 201) throw new Error(`Not created: ${JSON.stringify(created.body)}`);
  await redeem(api, await linkTo(api, created.body.email));
  const signedIn = await signIn(api, created.body.email);
  if (signedIn.status !== 200) throw new Error(`No sign-in: ${JSON.stringify(signedIn.body)}`);
  return { account: created.body, token: signedIn.body.accessToken };
}

/** What the trail says of an object, in order. */
export async function eventsOf(api: ApiUnderTest, objectType: string, objectId: string): Promise<string[]> {
  const { rows } = await api.database.owner.query<{ action: string }>(
    "SELECT action FROM audit.event WHERE object_type = $1 AND object_id = $2 AND outcome = 'DONE' ORDER BY sequence",
    [objectType, objectId],
  );
  return rows.map(({ action }) => action);
}
