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
const test = useTestDatabase({ seed: 'base' });

describe('the end of a process with a job that is not done', () => {
  it('gives the job back to the queue within six seconds', async () => {
    const settings = readSettings(apiSettings(test.urls, test.dataDir));
    const database = Database.on(settings);
    await database.open();
    const transactions = new Transactions(database, new JobQueue());
    const system = new SystemSession(settings);
    const jobs = new Jobs(database, settings, system, new DueJobs(transactions, system));
    const begun = new Promise<void>((resolve) => {
      jobs.work('spec.endless', () => {
        resolve();
        return new Promise(() => undefined);
      });
    });
    await jobs.start();
    await transactions.command(system.request('spec'), async (tx) => tx.enqueue('spec.endless', { id: 1 }));
    await begun;
    const started = performance.now();
    await jobs.stop();
    const { rows } = await test.owner.query("SELECT state, data FROM pgboss.job WHERE name = 'spec.endless'");
    await database.close();

    expect(performance.now() - started).toBeLessThan(6_500);
    expect(rows).toEqual([{ state: 'retry', data: { id: 1 } }]);
  }, 30_000);
});
