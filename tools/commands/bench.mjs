import { existsSync, readdirSync } from 'node:fs';
import { endAll, node, runVisible } from '../lib/child.mjs';
import { buildWhenStale } from '../lib/builds.mjs';
import { inRoot } from '../lib/root.mjs';
import { Shutdown } from '../lib/shutdown.mjs';
import { Refusal } from '../lib/terminal.mjs';

/**
 * `npm run bench`: measures the product against bare SQL in the same run. The measurements are programs of their own
 * in tools/bench; `main.mjs` runs them all, `npm run bench -- list` passes names on.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export async function run(args) {
  // The measurements tidy up by themselves when they are asked to end.
  void new Shutdown().asked.then(() => endAll());
  await buildWhenStale({ console: false });
  const folder = inRoot('tools/bench');
  const programs = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mjs')) : [];
  if (programs.length === 0) throw new Refusal('In tools/bench liegt keine Messung.');
  const entry = programs.includes('main.mjs') ? ['main.mjs'] : programs;
  for (const name of entry) {
    const code = await runVisible(node(), [inRoot('tools/bench', name), ...args]);
    if (code !== 0) return code;
  }
  return 0;
}
