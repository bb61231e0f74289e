import 'reflect-metadata';

import { DataSource } from 'typeorm';

import { MIGRATIONS } from '../../../migrations';

const LOCK = 20_260_101;

/** Brings the schema up to date as wir_owner. Two migrators at once: the second waits and finds nothing to do. */
async function migrate(): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: process.env['WIR_OWNER_DATABASE_URL'],
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
  });
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query(`SET lock_timeout = '60s'`);
    await runner.query(`SELECT pg_advisory_lock(${LOCK})`);
    const done = await source.runMigrations();
    process.stdout.write(`${JSON.stringify({ msg: 'migrated', migrations: done.map((migration) => migration.name) })}\n`);
  } finally {
    await runner.release();
    await source.destroy();
  }
}

migrate().catch((error: unknown) => {
  process.stderr.write(`Datenbank nicht migriert: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
