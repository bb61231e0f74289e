import { readFileSync } from 'node:fs';
import { testEnvironment } from '@wir/shared/testing';

import { useApi } from '../use-api';
import { contractOfBuild } from './contract';
import { reportFigure, seedOfRun } from './figure';
import { emailsOf, fuzz } from './fuzzing';

const REQUESTS = 1_200;

/** B1, small: `npm run fuzz` sends more. Repeat a finding with SEED=<seed of the line>. */
describe('requests drawn from the contract, from valid to hostile, by every role', () => {
  const api = useApi({ seed: 'demo' });

  it('are all answered as the contract says: no fault of the server, no inside, books and trail whole afterwards', async () => {
    const seed = seedOfRun();
    const { database, client } = api;
    const tally = await fuzz(
      {
        url: client.url,
        document: contractOfBuild().document,
        keyText: readFileSync(String(testEnvironment().keys['WIR_JWT_KEY_FILE']), 'utf8'),
        query: (sql: string, values: unknown[]) => database.owner.query(sql, values),
        emails: emailsOf(),
      },
      { n: REQUESTS, seed },
    );
    const { rows } = await database.owner.query<{ ok: boolean }>('SELECT ok FROM audit.verify()');

    const { successes, ...faults } = tally.counts;
    for (const [name, value] of Object.entries(faults))
      reportFigure({ id: `B1-${name}`, value, limit: 0, n: tally.sent, seed });
    expect({ seed, faults: tally.faults }).toEqual({ seed, faults: [] });
    expect(tally.sent).toBe(REQUESTS);
    expect(successes).toBeGreaterThan(REQUESTS / 10);
    expect(rows).toEqual([{ ok: true }]);
  }, 300_000);
});
