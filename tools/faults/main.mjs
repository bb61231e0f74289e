/**
 * `npm run test:faults [-- C1 K6 …] [--seed S] [--rounds N]`, see docs/faults.md. One JSON line per figure; ends with 1 when
 * one misses its limit.
 */
import { argv, exit } from 'node:process';
import { readdirSync } from 'node:fs';
import { buildWhenStale } from '../lib/builds.mjs';
import { inRoot } from '../lib/root.mjs';
import { Shutdown } from '../lib/shutdown.mjs';
import { refuse, Refusal, say } from '../lib/terminal.mjs';
import { openStage, stateAfter } from './stage.mjs';

function numberAfter(flag) {
  const at = argv.indexOf(flag);
  if (at < 0) return undefined;
  const number = Number(argv[at + 1]);
  if (!Number.isInteger(number) || number < 1) throw new Refusal(`${flag} verlangt eine ganze Zahl ab 1.`, 2);
  return number;
}

function chosen() {
  const byNumber = (a, b) => a.localeCompare(b, 'en', { numeric: true });
  const known = readdirSync(inRoot('tools/faults/probes')).map((name) => name.slice(0, -'.mjs'.length).toUpperCase());
  const asked = argv
    .slice(2)
    .map((word) => word.toUpperCase())
    .filter((word) => /^[CKM]\d+$/.test(word));
  const unknown = asked.filter((id) => !known.includes(id));
  if (unknown.length > 0)
    throw new Refusal(`Unbekannt: ${unknown.join(', ')}. Es gibt ${known.sort(byNumber).join(', ')}.`, 2);
  return (asked.length > 0 ? asked : known).sort(byNumber);
}

/** @returns {Promise<boolean>} whether every figure keeps its limit */
async function runProbe(stage, id) {
  const started = performance.now();
  const lines = [];
  try {
    const { probe } = await import(`./probes/${id.toLowerCase()}.mjs`);
    lines.push(...(await probe(stage)));
  } catch (error) {
    lines.push({ id, value: String(error?.message ?? error).slice(0, 500), limit: null, pass: false, n: 0 });
  }
  const { findings, auditOk } = await stateAfter(stage);
  for (const finding of findings.slice(0, 5)) say(`  ${JSON.stringify(finding)}`);
  lines.push({ id: `${id}-reconcile`, value: findings.length, limit: 0, pass: findings.length === 0, n: 1 });
  lines.push({ id: `${id}-audit`, value: auditOk ? 0 : 1, limit: 0, pass: auditOk, n: 1 });
  for (const { n, ...line } of lines) say(JSON.stringify({ ...line, seed: stage.seed, n }));
  say(`  ${id}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return lines.every(({ pass }) => pass);
}

async function main() {
  const ids = chosen();
  const rounds = numberAfter('--rounds');
  const seed = numberAfter('--seed') ?? Date.now() % 1_000_000;
  await buildWhenStale({ console: false });
  const stage = await openStage({ seed, rounds });
  void new Shutdown().asked.then(() => stage.close()).then(() => exit(130));
  try {
    let isGood = true;
    for (const id of ids) isGood = (await runProbe(stage, id)) && isGood;
    return isGood ? 0 : 1;
  } finally {
    await stage.close();
  }
}

try {
  exit(await main());
} catch (error) {
  exit(refuse(error));
}
