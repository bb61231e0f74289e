import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { node, start } from './child.mjs';
import { endProcess } from './processes.mjs';
import { inRoot } from './root.mjs';
import { Refusal } from './terminal.mjs';

const BOOT_PATIENCE_MS = 60_000;
const LOG_LIMIT_BYTES = 20e6;

/**
 * @typedef {object} ApiProcess
 * @property {string} url
 * @property {Promise<string>} ended resolves, whenever it ends, with how
 * @property {() => string} tail last lines it wrote
 * @property {() => Promise<void>} stop
 */

/**
 * Starts one API process and waits until it answers requests. Its log goes to `<data>/api.log`.
 *
 * @param {{ port: number, dataDir: string, env: Record<string, string | undefined>, nodeFlags?: readonly string[] }} options
 * @returns {Promise<ApiProcess>}
 */
export async function startApiProcess({ port, dataDir, env, nodeFlags = [] }) {
  const guard = pathToFileURL(inRoot('tools/lib/exit-with-parent.mjs')).href;
  const child = start(node(), ['--import', guard, ...nodeFlags, inRoot('dist/api/main.mjs')], {
    env: { ...process.env, ...env, PORT: String(port), WIR_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = openLog(dataDir);
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: /** @type {import('node:stream').Readable} */ (stream) }).on('line', (line) => {
      log.write(`${line}\n`);
      lines.push(line);
      if (lines.length > 30) lines.shift();
    });
  }
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `Code ${code}`));
  });
  const api = {
    url: `http://localhost:${port}`,
    ended,
    tail: () => lines.join('\n'),
    stop: async () => {
      if (child.pid) await endProcess(child.pid, { patienceMs: 15_000 });
      log.end();
    },
  };
  await untilReady(api);
  return api;
}

/** @param {ApiProcess} api */
async function untilReady(api) {
  let how;
  void api.ended.then((text) => (how = text));
  const until = Date.now() + BOOT_PATIENCE_MS;
  while (Date.now() < until && how === undefined) {
    const answer = await fetch(`${api.url}/health/ready`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok && how === undefined) return;
    await delay(50);
  }
  await api.stop();
  throw new Refusal(
    `Die API ist nicht gestartet (${how ?? 'keine Antwort nach 60 s'}). Ihre letzten Zeilen:\n${api.tail()}`,
  );
}

function openLog(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'api.log');
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return createWriteStream(file, { flags: 'a', mode: 0o600 });
}
