import { endAll } from '../lib/child.mjs';
import { Shutdown } from '../lib/shutdown.mjs';
import { Refusal, say } from '../lib/terminal.mjs';
import { closingLine, counts, exitCodeOf, sum, table } from '../lib/testing/results.mjs';
import { stages } from '../lib/testing/stages.mjs';

/**
 * `npm test`: every stage in a fixed order, whatever the ones before it brought; then the table and the total.
 * `npm test -- unit db` runs only those, with what they need.
 *
 * @param {readonly string[]} names
 * @returns {Promise<number>}
 */
export async function run(names) {
  const chosen = choose(stages(), names);
  const shutdown = new Shutdown();
  let interrupted = false;
  void shutdown.asked.then(() => {
    interrupted = true;
    endAll();
  });

  const results = [];
  const broken = new Set();
  for (const stage of chosen) {
    if (interrupted) break;
    const result = await runStage(stage, broken);
    if (result.failed > 0) broken.add(stage.name);
    results.push(result);
  }
  if (interrupted) {
    say('\nAbgebrochen.');
    return 130;
  }
  const total = sum(results);
  say(`\n${table(results)}\n`);
  say(closingLine(total));
  return exitCodeOf(total);
}

/** A stage whose ground is missing counts as failed: it has not shown that it works. */
async function runStage({ title, needs = [], run: work }, broken) {
  const started = performance.now();
  say(`\n━━━ ${title}`);
  const missing = needs.filter((name) => broken.has(name));
  const result = missing.length > 0 ? counts(0, 1) : await work();
  const seconds = (performance.now() - started) / 1000;
  const note = missing.length > 0 ? `not run: ${missing.join(', ')} failed` : undefined;
  if (note) say(note);
  return { title, seconds, note, ...result };
}

/** @returns {readonly import('../lib/testing/stages.mjs').Stage[]} */
function choose(all, names) {
  const unknown = names.find((name) => !all.some((stage) => stage.name === name));
  if (unknown)
    throw new Refusal(`Die Stufe »${unknown}« gibt es nicht. Es gibt: ${all.map(({ name }) => name).join(', ')}.`, 2);
  if (names.length === 0) return all;
  const wanted = new Set(names.flatMap((name) => [name, ...(all.find((stage) => stage.name === name)?.needs ?? [])]));
  return all.filter(({ name }) => wanted.has(name));
}
