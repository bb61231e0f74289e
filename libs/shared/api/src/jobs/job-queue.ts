import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { namedQuery } from '../database/named-client';
import { sentTogether } from '../database/sent-together';
import type { QueuedJob } from '../database/tx';

/**
 * Jobs enter pg-boss by one statement on the connection of the command, so that they exist exactly when it commits.
 * Columns left out take the queue's own settings (pg-boss schema version 43). The policy `short` lets one job per key wait.
 */
const INSERT = `
INSERT INTO pgboss.job (name, data, start_after, singleton_key, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, heartbeat_seconds,
  deletion_seconds, keep_until, dead_letter)
SELECT q.name, j.data, coalesce(j.start_after, now()), coalesce(j.singleton_key, gen_random_uuid()::text), q.policy, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
  q.expire_seconds, q.heartbeat_seconds, q.deletion_seconds, coalesce(j.start_after, now()) + q.retention_seconds * interval '1 second', q.dead_letter
FROM jsonb_to_recordset($1::jsonb) AS j (name text, data jsonb, start_after timestamptz, singleton_key text)
JOIN pgboss.queue q ON q.name = j.name
ON CONFLICT DO NOTHING`;

const CREATE_QUEUES = 'SELECT pgboss.create_queue(name, $2::jsonb) FROM unnest($1::text[]) AS q (name)';

/**
 * What a queue does with its jobs: eight repetitions with growing pauses, kept for two weeks. A worker shows every few
 * seconds that it lives; what one that was killed had claimed is given to another soon, and not only when a job may take no
 * longer.
 */
export const QUEUE_OPTIONS = {
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  expireInSeconds: 300,
  heartbeatSeconds: 10,
  retentionSeconds: 1_209_600,
  deleteAfterSeconds: 604_800,
} as const;
/** Fixed when a queue is made. */
export const QUEUE_POLICY = { policy: 'short' } as const;
/** How often a worker shows that it lives: work that keeps the process busy for seconds must not look like its end. */
export const REFRESH_SECONDS = 2;
/** How often somebody looks for workers that show no life any more. */
export const SUPERVISE_SECONDS = 5;

@Injectable()
export class JobQueue {
  private readonly known = new Set<string>();

  /** Sends everything at once; may be part of a bigger packet. */
  async insert(client: pg.PoolClient, jobs: readonly QueuedJob[]): Promise<void> {
    if (jobs.length === 0) return;
    const unknown = [...new Set(jobs.map((job) => job.queue))].filter((queue) => !this.known.has(queue)).sort();
    const rows = jobs.map((job) => ({
      name: job.queue,
      data: job.data,
      start_after: job.startAfter ?? null,
      singleton_key: job.singletonKey ?? null,
    }));
    const create = {
      ...namedQuery(CREATE_QUEUES, []),
      values: [unknown, JSON.stringify({ ...QUEUE_POLICY, ...QUEUE_OPTIONS })],
    };
    await sentTogether(client, () => [
      unknown.length > 0 ? client.query(create) : Promise.resolve(),
      client.query({ ...namedQuery(INSERT, []), values: [JSON.stringify(rows)] }),
    ]);
  }

  /** After the commit: queues stay once they are there, so that they need not be created with each job. */
  remember(jobs: readonly QueuedJob[]): void {
    for (const { queue } of jobs) this.known.add(queue);
  }
}
