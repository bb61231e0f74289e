import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { logger } from '../logging/logger';
import { Settings } from '../settings/settings';
import { registeredEntities } from './entities';
import { NamedClient } from './named-client';
import { rowTypes } from './row-types';

/** A connection taken from the pool: plain `pg` for SQL, TypeORM's manager for entities, both on the same transaction. */
export interface Connection {
  readonly client: pg.PoolClient;
  readonly runner: QueryRunner;
}

@Injectable()
export class Database implements OnApplicationShutdown {
  private source: DataSource | null = null;

  constructor(private readonly settings: Settings) {}

  /** Called by main before it listens, not by Nest: the contract can be printed without a database. */
  async open(): Promise<void> {
    const source = new DataSource({
      type: 'postgres',
      url: this.settings.databaseUrl,
      driver: pg,
      applicationName: 'wir-api',
      entities: registeredEntities(),
      synchronize: false,
      migrationsRun: false,
      installExtensions: false,
      poolSize: this.settings.poolSize,
      // Also the time a request may queue for a connection: a rush on one budget year is served in turn, not refused.
      connectTimeoutMS: 8000,
      poolErrorHandler: (error: Error) => logger.warn({ errorName: error.name }, 'idle database connection lost'),
      extra: {
        Client: NamedClient,
        types: rowTypes,
        pipeline: true,
        keepAlive: true,
        statement_timeout: 5000,
        lock_timeout: 3000,
        idle_in_transaction_session_timeout: 10_000,
        idleTimeoutMillis: 60_000,
        // Whoever opens the connection, the application works with the rights of wir_app.
        options: '-c role=wir_app -c client_connection_check_interval=2000',
      },
    });
    await source.initialize();
    this.source = source;
  }

  async onApplicationShutdown(): Promise<void> {
    const source = this.source;
    this.source = null;
    if (source?.isInitialized) await source.destroy();
  }

  /** Lends a connection; one that a broken statement left in doubt is thrown away instead of going back to the pool. */
  async withConnection<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    if (!this.source) throw new Error('The database is not open');
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
