import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { DomainError } from '@wir/shared/kernel';
import { PERSONAS, useTestDatabase } from '@wir/shared/testing';
import { JobQueue } from '../jobs/job-queue';
import { CurrentRequest } from '../request/current-request';
import { registerPermissions } from '../rights/permissions';
import { readSettings } from '../settings/settings';
import { Database } from './database';
import { Transactions } from './transactions';
import type { Tx } from './tx';

const NUMBER = "SELECT platform.next_number('spec', 2026) AS value";
const COUNTED = "SELECT coalesce(max(value), 0) AS value FROM platform.counter WHERE series = 'spec'";

registerPermissions({ 'spec.write': ['CASE_WORKER'] });

let database: Database;
let transactions: Transactions;

// Before the database is dropped, its connections must be closed.
afterAll(() => database.close());
const test = useTestDatabase({ seed: 'base' });

beforeAll(async () => {
  database = Database.on(readSettings({ DATABASE_URL: test.urls.app }));
  transactions = new Transactions(database, new JobQueue());
  await database.open();
});

async function requestOf(email: string, changes: Partial<CurrentRequest> = {}): Promise<CurrentRequest> {
  const token = randomUUID();
  await test.owner.query(
    "SELECT identity.start_session((SELECT account_id FROM identity.find_login($1)), $2, 'program', NULL)",
    [email, token],
  );
  const request = new CurrentRequest();
  request.digestContentBy(() => 'content');
  return Object.assign(
    request,
    {
      method: 'POST',
      path: '/spec',
      status: 201,
      permission: 'spec.write',
      idempotencyKey: randomUUID(),
      sessionToken: token,
    },
    changes,
  );
}

const count = async (tx: Tx): Promise<{ value: number | undefined }> => ({
  value: (await tx.queryOne<{ value: number }>(NUMBER))?.value,
});
const counted = async (): Promise<number> =>
  Number((await test.owner.query<{ value: string }>(COUNTED)).rows[0]?.value);

describe('a command', () => {
  it('knows the person, the time and the roles', async () => {
    const answer = await transactions.command(await requestOf(PERSONAS.caseWorker), async ({ actor, today }) => ({
      actor,
      today,
    }));

    expect(answer.value).toMatchObject({
      actor: { email: PERSONAS.caseWorker, roles: ['CASE_WORKER'], isStaff: true, applicantId: null },
      today: '2026-03-02',
    });
  });

  it('takes effect once per key and answers the same text ever after', async () => {
    const request = await requestOf(PERSONAS.caseWorker);
    const before = await counted();

    const first = await transactions.command(request, count);
    const second = await transactions.command(request, count);

    expect(second.text).toBe(first.text);
    expect(second.status).toBe(201);
    expect(await counted()).toBe(before + 1);
  });

  it('takes effect once when the same key comes twenty times at once', async () => {
    const request = await requestOf(PERSONAS.caseWorker);
    const before = await counted();

    const answers = await Promise.all(Array.from({ length: 20 }, () => transactions.command(request, count)));

    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await counted()).toBe(before + 1);
  });

  it('refuses a key that came with other content, or from somebody else', async () => {
    const request = await requestOf(PERSONAS.caseWorker);
    await transactions.command(request, count);
    request.digestContentBy(() => 'other');
    const stranger = await requestOf(PERSONAS.caseWorkerSecond, { idempotencyKey: request.idempotencyKey });

    await expect(transactions.command(request, count)).rejects.toMatchObject({
      status: 422,
      code: 'idempotency.key-reused',
    });
    await expect(transactions.command(stranger, count)).rejects.toMatchObject({ status: 422 });
  });

  it('leaves nothing behind when it is refused, not even its key', async () => {
    const request = await requestOf(PERSONAS.caseWorker);
    const before = await counted();
    const refused = transactions.command(request, async (tx) => {
      await count(tx);
      tx.audit({ action: 'spec.done', objectType: 'SPEC', objectId: request.idempotencyKey ?? '' });
      throw new DomainError('conflict', 'spec.refused');
    });

    await expect(refused).rejects.toMatchObject({ code: 'spec.refused' });
    expect(await counted()).toBe(before);
    expect((await transactions.command(request, count)).value).toEqual({ value: before + 1 });
  });

  it('writes audit trail, answer and jobs together', async () => {
    const request = await requestOf(PERSONAS.caseWorker);
    const objectId = randomUUID();

    await transactions.command(request, async (tx) => {
      tx.audit({ action: 'spec.done', objectType: 'SPEC', objectId, after: { text: 'Ä😀' } });
      tx.enqueue('spec.mail', { objectId });
      tx.enqueue('spec.mail', { objectId });
      return null;
    });

    const events = await test.owner.query('SELECT actor_role, request_id FROM audit.event WHERE object_id = $1', [
      objectId,
    ]);
    expect(events.rows).toEqual([{ actor_role: 'CASE_WORKER', request_id: request.requestId }]);
    expect(
      (
        await test.owner.query("SELECT 1 FROM pgboss.job WHERE name = 'spec.mail' AND data->>'objectId' = $1", [
          objectId,
        ])
      ).rowCount,
    ).toBe(2);
    expect((await test.owner.query('SELECT ok FROM audit.verify()')).rows).toEqual([{ ok: true }]);
  });

  it('is repeated as a whole after a serialization failure', async () => {
    let runs = 0;

    const answer = await transactions.command(await requestOf(PERSONAS.caseWorker), async (tx) => {
      runs += 1;
      const result = await count(tx);
      if (runs < 3) await tx.query("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$");
      return result;
    });

    expect(runs).toBe(3);
    expect(await counted()).toBe(answer.value.value);
  });

  it('fails when its work swallowed an error of the database', async () => {
    const swallowed = transactions.command(
      await requestOf(PERSONAS.caseWorker, { idempotencyKey: null }),
      async (tx) => {
        await tx.query('SELECT 1 / 0').catch(() => undefined);
        return null;
      },
    );

    await expect(swallowed).rejects.toThrow();
  });

  it('is refused without the right, without a session, and with the session of another account', async () => {
    const auditor = await requestOf(PERSONAS.auditor);
    const unknown = await requestOf(PERSONAS.caseWorker, { sessionToken: randomUUID() });
    const other = await requestOf(PERSONAS.caseWorker, { accountId: randomUUID() });

    await expect(transactions.command(auditor, count)).rejects.toMatchObject({ status: 403, code: 'auth.forbidden' });
    await expect(transactions.command(unknown, count)).rejects.toMatchObject({ status: 401 });
    await expect(transactions.read(other, async () => null)).rejects.toMatchObject({ status: 401 });
  });
});

describe('rows', () => {
  it('bring cents as exact numbers, days as text, moments as Date', async () => {
    const row = await transactions.read(await requestOf(PERSONAS.caseWorker), (tx) =>
      tx.queryOne<Record<string, unknown>>(
        "SELECT 9007199254740991::bigint AS cents, date '2026-03-02' AS day, timestamptz '2026-03-02 08:00Z' AS at, ARRAY[1, 2]::bigint[] AS list, ARRAY[date '2026-03-02'] AS days",
      ),
    );

    expect(row).toEqual({
      cents: 9_007_199_254_740_991,
      day: '2026-03-02',
      at: new Date('2026-03-02T08:00:00Z'),
      list: [1, 2],
      days: ['2026-03-02'],
    });
  });

  it('refuse a bigint that a number cannot hold', async () => {
    const read = transactions.read(await requestOf(PERSONAS.caseWorker), (tx) =>
      tx.query('SELECT 9007199254740993::bigint'),
    );

    await expect(read).rejects.toThrow(RangeError);
  });
});
