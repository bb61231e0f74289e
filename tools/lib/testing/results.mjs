import { existsSync, readFileSync } from 'node:fs';

/**
 * What a stage brought. `failed` counts what the runner reported, never an estimate.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {Counts & { title: string, seconds: number, note?: string }} StageResult
 */

/** @param {number} code @returns {Counts} a stage that is one check: it holds or it does not */
export const ofCheck = (code) => (code === 0 ? counts(1, 0) : counts(0, 1));

/**
 * Counts of a Jest run from the report it wrote. A run that ended badly without a failed test still failed: a set-up
 * that threw, a suite that did not load, no test found.
 *
 * @param {number} code exit code of Jest
 * @param {string} file the report of `--json --outputFile`
 * @returns {Counts}
 */
export function ofJest(code, file) {
  if (!existsSync(file)) return counts(0, 1);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const skipped = report.numPendingTests + report.numTodoTests;
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return counts(passed, silent ? 1 : failed, skipped);
}

/** @param {number} passed @param {number} failed @param {number} [skipped] @returns {Counts} */
export function counts(passed, failed, skipped = 0) {
  return { passed, failed, skipped };
}

/** @param {readonly Counts[]} results @returns {Counts} */
export function sum(results) {
  const total = (/** @type {keyof Counts} */ key) => results.reduce((all, each) => all + each[key], 0);
  return counts(total('passed'), total('failed'), total('skipped'));
}

/** @param {Counts} total @returns {string} the closing line: `N passed, N failed` */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {Counts} total @returns {number} exit code: nothing run is no success */
export const exitCodeOf = ({ passed, failed }) => (failed > 0 || passed === 0 ? 1 : 0);

/** @param {readonly StageResult[]} results @returns {string} */
export function table(results) {
  const rows = results.map(({ title, passed, failed, skipped, seconds, note }) => [
    failed > 0 ? '✗' : '✓',
    title,
    String(passed),
    String(failed),
    String(skipped),
    `${seconds.toFixed(1)} s`,
    note ?? '',
  ]);
  const all = [['', 'Stage', 'passed', 'failed', 'skipped', 'time', ''], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column < 2 || column > 5 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])));
  return all.map((row) => line(row).join('  ').trimEnd()).join('\n');
}
