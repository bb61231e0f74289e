import { openTransactions, type OpenedTransactions } from './testing/acting-as';
import { PortalUnderTest } from './testing/portal-under-test';
import { ProgrammeOracle, type RandomAct } from './testing/programme-oracle';
import { RandomActs, randomOf } from './testing/random-acts';
import { useTestDatabase } from '@wir/shared/testing';

const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647);
/** Few and short beside the other tests; `npm run test:faults -- M1` does it in full. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 2);
const ACTS = Number(process.env['MODEL_ACTS'] ?? 200);
const FIRST_YEAR = 2101;
const MEMORY = 12;

describe('a random sequence of acts of the budget', () => {
  let opened: OpenedTransactions;
  let portal: PortalUnderTest;
  afterAll(() => portal.close());
  afterAll(() => opened.close());
  const database = useTestDatabase({ seed: 'base' });

  beforeAll(async () => {
    opened = await openTransactions(database);
    portal = await PortalUnderTest.open(database, opened);
  });

  it.each(Array.from({ length: RUNS }, (_, run) => [seed + run, run]))(
    'ends, act by act, where an independent model ends (seed %d)',
    async (runSeed, run) => {
      const firstYear = FIRST_YEAR + run * 12;
      const oracle = new ProgrammeOracle();
      await portal.planYears(firstYear, 10);
      await portal.tellBeginning(oracle.ledger);
      const acts = new RandomActs(oracle, randomOf(runSeed), firstYear, Math.ceil(ACTS / 9));
      const tally = { accepted: 0, refused: new Map<string, number>() };
      const lately: string[] = [];

      for (let number = 1; number <= ACTS; number += 1) {
        const act = acts.next();
        const expected = oracle.try(act);
        const done = await portal.do(act);
        lately.push(`${number} ${JSON.stringify(act)} → ${done ?? 'done'}`);
        const differences = [
          ...(isSame(act, expected, done) ? [] : [`the model says ${expected ?? 'done'}`]),
          ...differencesOf(oracle.ledger.balances(), await portal.balances()),
        ];
        if (differences.length > 0)
          throw new Error(
            `SEED=${runSeed}, act ${number}: ${differences.join('; ')}\n${lately.slice(-MEMORY).join('\n')}`,
          );
        if (expected === null) tally.accepted += 1;
        else tally.refused.set(expected, (tally.refused.get(expected) ?? 0) + 1);
      }

      report(runSeed, tally);
    },
    ACTS * 1_000,
  );
});

/** The database names the constraint only; too little is too little. */
function isSame({ does }: RandomAct, expected: string | null, done: string | null): boolean {
  const isShortage = expected !== null && /^budget\.(|account-|authorisation-)exceeded$/.test(expected);
  return done === expected || (does === 'plain sql' && isShortage && done === 'too little');
}

function differencesOf(model: ReadonlyMap<string, number>, portal: ReadonlyMap<string, number>): string[] {
  const accounts = [...new Set([...model.keys(), ...portal.keys()])];
  return accounts
    .filter((account) => model.get(account) !== portal.get(account))
    .map((account) => `${account}: portal ${portal.get(account) ?? 0}, model ${model.get(account) ?? 0}`)
    .slice(0, 8);
}

function report(
  runSeed: number,
  { accepted, refused }: { accepted: number; refused: ReadonlyMap<string, number> },
): void {
  const line = { id: 'M1-differences', value: 0, limit: 0, pass: true, seed: runSeed, n: ACTS };
  process.stdout.write(`${JSON.stringify({ ...line, accepted, refused: Object.fromEntries(refused) })}\n`);
}
