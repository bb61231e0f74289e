import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Job, JobResult, PgBoss } from 'pg-boss';
import { Database } from '../database/database';
import { failPoint } from '../fail-points/fail-point';
import { loggedFault } from '../logging/fault';
import { logger } from '../logging/logger';
import type { CurrentRequest } from '../request/current-request';
import { Settings } from '../settings/settings';
import { DueJobs } from './due-jobs';
import { QUEUE_OPTIONS, QUEUE_POLICY, REFRESH_SECONDS, SUPERVISE_SECONDS } from './job-queue';
import { SystemSession } from './system-session';

export type JobHandler = (data: unknown, request: CurrentRequest) => Promise<void>;

const MINUTE_QUEUE = 'platform.due-jobs';

/** Workers of this process. Enqueuing needs none of it: jobs wait in the database until some process works. */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly handlers = new Map<string, JobHandler>();
  private boss: PgBoss | null = null;
  private isStopped = false;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly system: SystemSession,
    private readonly dueJobs: DueJobs,
  ) {}

  /** To be called in `onModuleInit`. A job can come twice: what it does must be safe to repeat. */
  work(queue: string, handler: JobHandler): void {
    this.handlers.set(queue, handler);
  }

  /** Called by main once requests are served; WIR_JOBS=off leaves the work to other processes. */
  async start(): Promise<void> {
    if (!this.settings.runsJobs || !this.system.isConfigured || this.isStopped) return;
    // Loaded after the process serves requests: whoever only reads need not wait for it.
    const { PgBoss } = await import('pg-boss');
    const boss = new PgBoss({
      db: { executeSql: (text, values) => this.execute(text, values) },
      schema: 'pgboss',
      migrate: false,
      createSchema: false,
      persistWarnings: false,
      superviseIntervalSeconds: SUPERVISE_SECONDS,
      monitorIntervalSeconds: REFRESH_SECONDS,
    });
    boss.on('error', (error: Error) => logger.error(loggedFault(error), 'job queue error'));
    this.boss = boss;
    await boss.start();
    if (this.isStopped) return;
    this.handlers.set(MINUTE_QUEUE, () => this.dueJobs.runToday());
    for (const [queue, handler] of this.handlers) await this.serve(boss, queue, handler);
    await boss.schedule(MINUTE_QUEUE, '* * * * *', {}, { tz: 'Europe/Berlin' });
    await this.takeOver(boss);
  }

  /** Whoever starts may have just been killed: what nobody works at any more is waiting again at once. */
  private async takeOver(boss: PgBoss): Promise<void> {
    try {
      await boss.supervise();
    } catch (error) {
      logger.error(loggedFault(error), 'job queue error');
    }
  }

  onApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** Takes no new jobs; one that is not done after five seconds goes back to the queue. */
  async stop(): Promise<void> {
    this.isStopped = true;
    const boss = this.boss;
    this.boss = null;
    await boss?.stop({ graceful: true, timeout: 5000 });
  }

  private async serve(boss: PgBoss, queue: string, handler: JobHandler): Promise<void> {
    await boss.createQueue(queue, { ...QUEUE_POLICY, ...QUEUE_OPTIONS });
    // An earlier version of the program may have made it with other options.
    await boss.updateQueue(queue, QUEUE_OPTIONS);
    const options = {
      pollingIntervalSeconds: 2,
      // A worker that is killed keeps the jobs it has claimed until it is missed.
      batchSize: 5,
      heartbeatRefreshSeconds: REFRESH_SECONDS,
      burstWhenBatchFull: true,
      perJobResults: true,
    } as const;
    await boss.work(queue, options, async (jobs) => {
      const results: JobResult[] = [];
      for (const job of jobs) results.push(await this.settle(queue, handler, job));
      return results;
    });
  }

  /** One job that fails is tried again by itself; the others of its batch are done. */
  private async settle(queue: string, handler: JobHandler, job: Job<unknown>): Promise<JobResult> {
    try {
      failPoint('outbox.after-claim', queue);
      await handler(job.data, this.system.request(`job:${queue}`));
      return { id: job.id, status: 'completed' };
    } catch (error) {
      const errorName = error instanceof Error ? error.name : 'unknown';
      logger.error({ queue, jobId: job.id, errorName }, 'job failed');
      return { id: job.id, status: 'failed', output: { errorName } };
    }
  }

  private execute(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
    return this.database.withConnection(async ({ client }) => {
      const result: unknown = await client.query(text, values);
      // Several statements in one text give several results; pg-boss reads the last that has rows.
      const results = (Array.isArray(result) ? result : [result]) as { rows?: unknown[] }[];
      return { rows: results.findLast((each) => (each.rows?.length ?? 0) > 0)?.rows ?? [] };
    });
  }
}
