import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine, counts, exitCodeOf, ofCheck, ofJest, sum, table } from './results.mjs';

describe('counting results', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'results-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const report = (overrides: Record<string, number>): string => {
    const file = join(folder, 'report.json');
    const none = {
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      numRuntimeErrorTestSuites: 0,
    };
    writeFileSync(file, JSON.stringify({ ...none, ...overrides }));
    return file;
  };

  it('counts a check as one', () => {
    expect([ofCheck(0), ofCheck(2)]).toEqual([counts(1, 0), counts(0, 1)]);
  });

  it('takes the numbers of the report', () => {
    expect(ofJest(1, report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1 }))).toEqual(counts(7, 2, 1));
  });

  it('counts a suite that does not load as failed', () => {
    expect(ofJest(1, report({ numPassedTests: 7, numRuntimeErrorTestSuites: 1 }))).toEqual(counts(7, 1));
  });

  it.each([
    ['no report was written', (): string => join(folder, 'none.json'), 0],
    ['no test ran', (): string => report({}), 0],
    ['the run broke off without a failed test', (): string => report({ numPassedTests: 3 }), 1],
  ])('fails when %s', (_when, file, code) => {
    expect(ofJest(code, file()).failed).toBe(1);
  });

  it('closes with one line, and names skipped tests only when there are some', () => {
    expect(closingLine(sum([counts(2, 0), counts(1, 1)]))).toBe('3 passed, 1 failed');
    expect(closingLine(counts(2, 0, 4))).toBe('2 passed, 0 failed, 4 skipped');
  });

  it('succeeds only when something ran and nothing failed', () => {
    expect([exitCodeOf(counts(1, 0)), exitCodeOf(counts(1, 1)), exitCodeOf(counts(0, 0))]).toEqual([0, 1, 1]);
  });

  it('shows each stage in a table', () => {
    expect(table([{ title: 'Unit', seconds: 1.25, ...counts(3, 0) }])).toMatch(/✓ {2}Unit +3 +0 +0 +1\.3 s/);
  });
});
