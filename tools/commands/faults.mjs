import { endAll, node, runVisible } from '../lib/child.mjs';
import { inRoot } from '../lib/root.mjs';
import { Shutdown } from '../lib/shutdown.mjs';

/**
 * `npm run test:faults -- C1 K6 --seed S --rounds N`, see tools/faults/main.mjs.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export async function run(args) {
  // The program tidies up by itself when it is asked to end.
  void new Shutdown().asked.then(() => endAll());
  return runVisible(node(), [inRoot('tools/faults/main.mjs'), ...args]);
}
