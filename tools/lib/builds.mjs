import { existsSync, rmSync } from 'node:fs';
import { runCaptured } from './child.mjs';
import { inRoot, root } from './root.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';
import { Refusal, step } from './terminal.mjs';

const CONSOLE_STAMP = inRoot('dist/.stamp-console');
const CONSOLE_SOURCES = ['apps/console', 'libs', 'tsconfig.base.json', 'package-lock.json', 'nx.json'];

/** @param {string} name @returns {boolean} whether a source can change the console */
const matters = (name) => !/\/api\/|\/shared\/testing\/|\/templates\/|\.spec\.ts$/.test(name);

/**
 * Builds what is older than its sources: the API in a second, the console in about half a minute.
 *
 * @param {{ console?: boolean }} [options]
 * @returns {Promise<void>}
 */
export async function buildWhenStale({ console = true } = {}) {
  const { apiHash, buildApiWhenStale } = await import('../build-api.mjs');
  if (readStamp(inRoot('dist/.stamp-api')) !== apiHash() || !existsSync(inRoot('dist/api/main.mjs'))) {
    await step('API wird gebaut', () => buildApiWhenStale().catch(asRefusal('Die API lässt sich nicht bauen')));
  }
  if (console) await buildConsoleWhenStale();
}

/** @returns {Promise<boolean>} whether a build was needed */
export async function buildConsoleWhenStale() {
  const hash = hashOf(root, CONSOLE_SOURCES, matters);
  if (readStamp(CONSOLE_STAMP) === hash && existsSync(inRoot('dist/console/browser/index.html'))) return false;
  rmSync(CONSOLE_STAMP, { force: true });
  await step('Oberfläche wird gebaut', async () => {
    const { code, output } = await runCaptured('nx', ['build', 'console', '--outputStyle=static'], {
      NX_DAEMON: 'false',
      NX_TUI: 'false',
      NG_CLI_ANALYTICS: 'false',
    });
    if (code !== 0) throw new Refusal(`Die Oberfläche lässt sich nicht bauen:\n${output}`);
  });
  writeStamp(CONSOLE_STAMP, hash);
  return true;
}

/** @param {string} what @returns {(error: Error) => never} */
const asRefusal = (what) => (error) => {
  throw new Refusal(`${what}:\n${error.message}`);
};
