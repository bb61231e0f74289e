import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import pg from 'pg';
import { logger } from '../logging/logger';
import type { Settings } from '../settings/settings';
import { registeredEntities } from './entities';
import { NamedClient } from './named-client';
import { rowTypes } from './row-types';

/** How the API reaches PostgreSQL: plain `pg` with named statements under TypeORM, as wir_app, with bounded waiting. */
export function dataSourceOptions(settings: Settings): TypeOrmModuleOptions {
  return {
    type: 'postgres',
    url: settings.databaseUrl,
    driver: pg,
    applicationName: 'wir-api',
    entities: registeredEntities(),
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    // Database.open does it, so that the contract can be printed without a database.
    manualInitialization: true,
    poolSize: settings.poolSize,
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
  };
}
