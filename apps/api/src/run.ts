import 'reflect-metadata';
import {
  Database,
  Jobs,
  Keys,
  loggedFault,
  logger,
  readSettings,
  Settings,
  SettingsError,
  SystemSession,
} from '@wir/shared/api';
import type { INestApplication } from '@nestjs/common';
import { endOnSignals } from './operation/draining';
import { answerTheRest, createApp, openApiOf, routesOf, serveContract } from './create-app';

/** The queue takes a quarter of a second to load; whoever waits for the portal is answered first. */
const JOBS_WAIT_MS = 300;

/** Starts the process, or prints what is derived from the code. A refused start says why in one sentence. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    if (args.includes('--print-routes'))
      process.stdout.write(`${JSON.stringify(routesOf(contractSettings()), null, 2)}\n`);
    else if (args.includes('--print-openapi')) await printOpenApi();
    else await serve(readSettings(process.env));
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exit(1);
  }
}

/** The contract describes the demo too; it needs neither database nor keys. */
function contractSettings(): Settings {
  return readSettings({ WIR_MODE: 'demo' });
}

async function printOpenApi(): Promise<void> {
  const settings = contractSettings();
  const app = await createApp(settings);
  process.stdout.write(`${JSON.stringify(openApiOf(app, settings), null, 2)}\n`);
}

async function serve(settings: Settings): Promise<void> {
  logger.level = settings.logLevel;
  if (settings.databaseUrl === undefined)
    throw new SettingsError(
      'Die Einstellung DATABASE_URL fehlt; npm start setzt sie für die mitgelieferte Datenbank selbst.',
    );
  const app = await createApp(settings);
  app.get(Keys).check();
  const database = app.get(Database);
  await database.open();
  await refuseDemoAccountsInProduction(database, settings);
  serveContract(app, settings);
  endOnSignals(app, settings);
  await app.init();
  answerTheRest(app);
  await listen(app, settings);
  if (settings.runsJobs && !app.get(SystemSession).isConfigured)
    logger.warn('no system key: jobs are left to other processes');
  setTimeout(() => startJobs(app), JOBS_WAIT_MS).unref();
}

function startJobs(app: INestApplication): void {
  void app
    .get(Jobs)
    .start()
    .catch((error: unknown) => logger.error(loggedFault(error), 'job queue did not start'));
}

async function listen(app: INestApplication, settings: Settings): Promise<void> {
  await app.listen(settings.port, settings.host);
  const server = app.getHttpServer() as import('node:http').Server;
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.port;
  // Programs that start this process wait for this line.
  process.stdout.write(`${JSON.stringify({ msg: 'listening', port })}\n`);
}

async function refuseDemoAccountsInProduction(database: Database, settings: Settings): Promise<void> {
  if (settings.isDemo) return;
  const { rows } = await database.withConnection(({ client }) =>
    client.query<{ present: boolean }>('SELECT identity.has_demo_accounts() AS present'),
  );
  if (rows[0]?.present)
    throw new SettingsError(
      'Diese Datenbank enthält Demo-Konten. Der Produktivbetrieb startet nicht damit (WIR_MODE=production).',
    );
}

function sentenceOf(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return 'Der Port ist schon belegt; bitte einen anderen mit PORT wählen.';
  if (['ECONNREFUSED', 'ENOTFOUND', '28P01', '3D000', '57P03'].includes(code))
    return `Die Datenbank der Einstellung DATABASE_URL ist nicht erreichbar (${code}).`;
  if (code === '42883' || code === '3F000')
    return 'Die Datenbank ist nicht auf dem Stand dieses Programms; bitte zuerst migrieren.';
  return `Der Start ist gescheitert: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
