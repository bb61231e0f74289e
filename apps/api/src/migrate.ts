import 'reflect-metadata';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../../migrations';

/** Any number works, as long as all migrators use the same. */
const LOCK = 795_305_600;

/** Runs as wir_owner: brings the database to the state of this program. Two at once wait for each other. */
async function migrate(): Promise<void> {
  const url = process.env['WIR_OWNER_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  if (!url) throw new Error('Die Einstellung WIR_OWNER_DATABASE_URL fehlt.');
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await runPending(url);
  } finally {
    await lock.end();
  }
}

async function runPending(url: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url,
    driver: pg,
    applicationName: 'wir-migrate',
    installExtensions: false,
    migrations: wanted(),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    extra: { lock_timeout: 30_000, options: '-c role=wir_owner' },
  });
  await source.initialize();
  try {
    const done = process.argv.includes('--down') ? [await source.undoLastMigration()] : await source.runMigrations();
    process.stdout.write(`${JSON.stringify({ msg: 'migrated', count: done.length })}\n`);
  } finally {
    await source.destroy();
  }
}

/** With `--to <name>` only up to that one: a restored backup needs the schema it was taken from. */
function wanted(): typeof MIGRATIONS {
  const at = process.argv.indexOf('--to');
  if (at < 0) return MIGRATIONS;
  const last = process.argv[at + 1];
  const index = MIGRATIONS.findIndex(({ name }) => name === last);
  if (index < 0) throw new Error(`Dieses Programm kennt den Stand »${last}« nicht; er stammt aus einem neueren.`);
  return MIGRATIONS.slice(0, index + 1);
}

migrate().catch((error: unknown) => {
  process.stderr.write(
    `Die Migration ist gescheitert: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
