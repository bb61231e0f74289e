import { existsSync, rmSync } from 'node:fs';
import { context } from 'esbuild';
import { apiBuildOptions, apiEntries, buildApiWhenStale, finishApiBundle } from '../build-api.mjs';
import { startApiProcess } from '../lib/api-process.mjs';
import { endAll, endGroup, start } from '../lib/child.mjs';
import { takeLock } from '../lib/instance-lock.mjs';
import { stopServer } from '../lib/postgres/cluster.mjs';
import { checkDataFolder, checkPort, openDatabase, prepareDatabase } from '../lib/portal.mjs';
import { inRoot, root } from '../lib/root.mjs';
import { readSettings } from '../lib/settings.mjs';
import { Shutdown } from '../lib/shutdown.mjs';
import { refuse, say } from '../lib/terminal.mjs';

/**
 * `npm run dev`: the same portal with both sides watched. The API restarts within two seconds of a change, the
 * console is rebuilt into the folder the API serves; reload the page to see it.
 *
 * @returns {Promise<number>}
 */
export async function run() {
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  const settings = readSettings({ WIR_SEED: 'base', ...process.env }, root);
  checkDataFolder(settings);
  const shutdown = new Shutdown();
  try {
    const lock = await takeLock(settings.dataDir, settings.port);
    shutdown.defer(() => lock.release());
    await checkPort(settings);
    await buildApiWhenStale();
    if (!settings.databaseUrl) shutdown.defer(() => stopServer(`${settings.dataDir}/pg`));
    const { env } = await openDatabase(settings);
    await prepareDatabase(env);

    const api = new RestartingApi(settings, { ...env, NODE_ENV: 'development' });
    shutdown.defer(() => api.stop());
    await api.restart();
    shutdown.defer(await watchApi(() => api.restart()));
    shutdown.defer(watchConsole());
    say(`\nWIR-Förderportal ready at http://localhost:${settings.port} (wird bei Änderungen neu gebaut)\n`);
    await shutdown.asked;
  } finally {
    await shutdown.run();
    endAll();
  }
  return 0;
}

/** One API process that is replaced; changes that come in while it restarts lead to one more restart, not to many. */
class RestartingApi {
  #api;
  #queue = Promise.resolve();

  constructor(settings, env) {
    this.settings = settings;
    this.env = env;
  }

  restart() {
    this.#queue = this.#queue.then(() => this.#replace()).catch((error) => void refuse(error));
    return this.#queue;
  }

  async #replace() {
    await this.#api?.stop();
    await prepareDatabase(this.env);
    const { port, dataDir } = this.settings;
    this.#api = await startApiProcess({ port, dataDir, env: this.env, nodeFlags: ['--enable-source-maps'] });
    say(`✓ API läuft (${new Date().toLocaleTimeString('de-DE')})`);
  }

  async stop() {
    await this.#queue;
    await this.#api?.stop();
  }
}

/** @param {() => void} onBuilt @returns {Promise<() => Promise<void>>} stops watching */
async function watchApi(onBuilt) {
  let isFirst = true;
  const outdir = inRoot('dist/api');
  const report = {
    name: 'report',
    setup(build) {
      build.onEnd(async ({ errors }) => {
        for (const { text, location } of errors) say(`✗ ${location?.file ?? ''}:${location?.line ?? ''} ${text}`);
        if (errors.length === 0) await finishApiBundle(outdir);
        if (errors.length === 0 && !isFirst) onBuilt();
        isFirst = false;
      });
    },
  };
  const options = apiBuildOptions(apiEntries(), outdir);
  const watcher = await context({ ...options, plugins: [...(options.plugins ?? []), report] });
  await watcher.watch();
  return () => watcher.dispose();
}

/** @returns {() => Promise<void>} stops watching */
function watchConsole() {
  // What lies in dist from now on is not the build that `npm start` serves.
  rmSync(inRoot('dist/.stamp-console'), { force: true });
  const child = start('nx', ['build', 'console', '--configuration=development', '--watch'], {
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NG_CLI_ANALYTICS: 'false' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return async () => {
    endGroup(child, 'SIGTERM');
    await ended;
  };
}
