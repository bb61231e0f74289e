import { runCaptured } from '../../lib/child.mjs';
import { exactly } from '../figures.mjs';

const ACTS = 1_000;

/** Random acts against an independent model of the ledger; the test of the same name, in full. --rounds is sequences here. */
export async function probe(stage) {
  const runs = Math.min(stage.rounds ?? 3, 8);
  const args = ['-c', 'jest.config.mjs', '--selectProjects', 'db', '--testPathPatterns', 'budget/api/src/random-acts'];
  const env = { SEED: String(stage.seed), MODEL_RUNS: String(runs), MODEL_ACTS: String(ACTS) };
  const { code, output } = await runCaptured('jest', args, env);
  const figures = [...output.matchAll(/^\{"id":"M1-differences".*\}$/gm)].map(([line]) => JSON.parse(line));
  if (figures.length < runs || code !== 0) throw new Error(/SEED=.*/.exec(output)?.[0] ?? output.slice(-400));
  const sum = (of) => figures.reduce((total, figure) => total + of(figure), 0);
  return [
    exactly(
      'M1-differences',
      sum(({ value }) => value),
      0,
      sum(({ n }) => n),
    ),
    exactly(
      'M1-refused-as-the-model',
      sum(({ n, accepted }) => n - accepted),
      sum(({ n, accepted }) => n - accepted),
      runs,
    ),
  ];
}
