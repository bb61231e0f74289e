import 'reflect-metadata';
import { apiSettings, useTestDatabase } from '@wir/shared/testing';
import { Database } from '../database/database';
import { Transactions } from '../database/transactions';
import { logger } from '../logging/logger';
import { readSettings } from '../settings/settings';
import { DueJobs } from './due-jobs';
import { JobQueue } from './job-queue';
import { Jobs } from './jobs';
import { SystemSession } from './system-session';

logger.level = 'silent';
let database: Database;
let transactions: Transactions;
let system: SystemSession;
let jobs: Jobs | null = null;

afterAll(async () => {
  await jobs?.onApplicationShutdown();
  await database.close();
});
const test = useTestDatabase({ seed: 'base' });
const newDueJobs = (): DueJobs => new DueJobs(transactions, system);

beforeAll(async () => {
  const settings = readSettings(apiSettings(test.urls, test.dataDir));
  database = Database.on(settings);
  transactions = new Transactions(database, new JobQueue());
  system = new SystemSession(settings);
  jobs = new Jobs(database, settings, system, newDueJobs());
  await database.open();
});

describe('moving the demo clock', () => {
  it('lets each day in between happen, jobs in their order, and goes on when one fails', async () => {
    const dueJobs = newDueJobs();
    const seen: string[] = [];
    dueJobs.register('second', 20, async (tx, today) => void seen.push(`second ${today} ${tx.actor.roles.join()}`));
    dueJobs.register('broken', 15, async () => {
      throw new Error('of no consequence for the others');
    });
    dueJobs.register('first', 10, async (_tx, today) => void seen.push(`first ${today}`));

    await dueJobs.moveClock(new Date('2026-03-05T12:00:00Z'));

    expect(seen).toEqual(
      ['2026-03-03', '2026-03-04', '2026-03-05'].flatMap((day) => [`first ${day}`, `second ${day} SYSTEM`]),
    );
    expect((await test.owner.query("SELECT platform.now() >= '2026-03-05T12:00:00Z' AS moved")).rows).toEqual([
      { moved: true },
    ]);
  });
});

describe('a queued job', () => {
  it('is done by a worker as SYSTEM once its command has committed', async () => {
    const done = new Promise<unknown>((resolve) => {
      jobs?.work('spec.letter', async (data, request) => {
        const { value } = await transactions.command(request, async (tx) => tx.actor.roles);
        resolve({ data, roles: value });
      });
    });
    await jobs?.start();

    await transactions.command(system.request('spec'), async (tx) => tx.enqueue('spec.letter', { id: 7 }));

    await expect(done).resolves.toEqual({ data: { id: 7 }, roles: ['SYSTEM'] });
  });
});
