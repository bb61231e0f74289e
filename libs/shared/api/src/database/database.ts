import { Inject, Injectable } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type pg from 'pg';
import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';
import type { Settings } from '../settings/settings';
import { dataSourceOptions } from './data-source-options';

/** A connection taken from the pool: plain `pg` for SQL, TypeORM's manager for entities, both on the same transaction. */
export interface Connection {
  readonly client: pg.PoolClient;
  readonly runner: QueryRunner;
}

@Injectable()
export class Database {
  constructor(@Inject(getDataSourceToken()) private readonly source: DataSource) {}

  /** Outside of Nest: programs and tests that use the same connections. */
  static on(settings: Settings): Database {
    return new Database(new DataSource(dataSourceOptions(settings) as DataSourceOptions));
  }

  /** Called by main before it listens, not by Nest: the contract can be printed without a database. */
  async open(): Promise<void> {
    await this.source.initialize();
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  /** Lends a connection; one that a broken statement left in doubt is thrown away instead of going back to the pool. */
  async withConnection<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    if (!this.source.isInitialized) throw new Error('The database is not open');
    const runner = this.source.createQueryRunner();
    const client: pg.PoolClient = await runner.connect();
    try {
      return await work({ client, runner });
    } finally {
      await runner.release();
    }
  }

  async isReachable(): Promise<boolean> {
    try {
      await this.withConnection(({ client }) => client.query('SELECT 1'));
      return true;
    } catch {
      return false;
    }
  }
}
