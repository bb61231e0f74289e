import { readdir, readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Readiness, Settings, type ReadinessPart } from '@wir/shared/api';
import pg from 'pg';
import { knownMigrations } from '../known-migrations';

/** Written by tools/lib/backup/take-backup.mjs beside the data. */
const LAST_BACKUP = 'last-backup.json';
const HOUR_MS = 3_600_000;

/** What the process itself stands on. Ages of backup and anchor are reported; a backup that is too old fails where that is wanted. */
@Injectable()
export class ReadinessChecks implements OnModuleInit {
  private isMigrated = false;

  constructor(
    private readonly readiness: Readiness,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.readiness.register('database', () => this.reachable());
    this.readiness.register('schema', () => this.schema());
    this.readiness.register('disk', () => this.disk());
    this.readiness.register('backup', () => this.backup());
    this.readiness.register('anchor', () => this.anchor());
  }

  private async reachable(): Promise<ReadinessPart> {
    await this.ask('SELECT 1 AS one');
    return { ok: true };
  }

  /** On a connection of its own: a pool that is busy is no reason to take the process out of service. */
  private async ask<Row extends object>(sql: string): Promise<Row[]> {
    const client = new pg.Client({
      connectionString: this.settings.databaseUrl,
      connectionTimeoutMillis: 1_500,
      application_name: 'wir-readiness',
      options: '-c role=wir_app',
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** A newer schema is fine: the program before the last release still runs on it. */
  private async schema(): Promise<ReadinessPart> {
    if (this.isMigrated) return { ok: true, missing: 0 };
    const rows = await this.ask<{ name: string }>('SELECT name FROM public.schema_migration');
    const done = new Set(rows.map(({ name }) => name));
    const missing = (await knownMigrations()).filter((name) => !done.has(name)).length;
    this.isMigrated = missing === 0;
    return { ok: this.isMigrated, missing };
  }

  private async disk(): Promise<ReadinessPart> {
    const { bavail, blocks } = await statfs(this.settings.dataDir);
    const freePercent = Math.floor((bavail / Math.max(blocks, 1)) * 100);
    return { ok: freePercent >= this.settings.minFreeDiskPercent, freePercent };
  }

  private async backup(): Promise<ReadinessPart> {
    const limit = this.settings.maxBackupAgeHours;
    const text = await readFile(join(this.settings.dataDir, LAST_BACKUP), 'utf8').catch(() => null);
    if (text === null) return { ok: limit === null, ageHours: null };
    const { takenAt } = JSON.parse(text) as { takenAt: string };
    const ageHours = Math.round(((Date.now() - Date.parse(takenAt)) / HOUR_MS) * 10) / 10;
    return { ok: limit === null || ageHours <= limit, ageHours };
  }

  /** The copy outside the database counts: it is what proves something when the database was changed. */
  private async anchor(): Promise<ReadinessPart> {
    const names = await readdir(this.settings.anchorDir).catch(() => []);
    const days = names.flatMap((name) => /^(\d{4}-\d{2}-\d{2})\.json$/.exec(name)?.[1] ?? []);
    return { ok: true, lastDay: days.sort().at(-1) ?? null };
  }
}
