import { PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { reportFigure } from './figure';
import { truth } from './intruder';

interface YearFigures {
  readonly year: number;
  readonly [member: string]: number | string;
}

/** Object type of the trail → table with a state; from the catalogue, so that a new kind of object is compared too. */
const STATEFUL = `
SELECT DISTINCT e.object_type AS type, c.oid::regclass::text AS name FROM audit.event e
JOIN pg_class c ON c.relname = lower(e.object_type) AND c.relkind = 'r'
JOIN pg_attribute s ON s.attrelid = c.oid AND s.attname = 'state' JOIN pg_attribute i ON i.attrelid = c.oid AND i.attname = 'id'
WHERE e.to_state IS NOT NULL`;

/** D5: every state from the events alone, every figure of the cockpit from the bookings alone, in the demo's 33 cases. */
describe('what can be computed a second time', () => {
  const api = useApi({ seed: 'demo' });

  it('is the state of every object, by the last event that changed it', async () => {
    const tables = await truth<{ type: string; name: string }>(api.database, STATEFUL);
    const differences: object[] = [];
    let n = 0;
    for (const { type, name } of tables) {
      const rows = await truth<{ id: string; state: string; told: string | null }>(
        api.database,
        `SELECT t.id, t.state, (SELECT e.to_state FROM audit.event e WHERE e.object_type = $1 AND e.object_id = t.id::text AND e.to_state IS NOT NULL AND e.outcome = 'DONE'
           ORDER BY e.sequence DESC LIMIT 1) AS told FROM ${name} t`,
        [type],
      );
      n += rows.length;
      differences.push(
        ...rows.filter(({ state, told }) => told !== null && told !== state).map((row) => ({ name, ...row })),
      );
    }

    reportFigure({ id: 'D5-states', value: differences.length, limit: 0, n });
    expect(tables.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['APPLICATION', 'NOTICE', 'DISBURSEMENT_REQUEST']),
    );
    expect(differences).toEqual([]);
  });

  it('is every figure of the budget cockpit, to the cent', async () => {
    const { body } = await api.client.get<{ years: YearFigures[] }>('/budget', { as: PERSONAS.budgetOfficer });
    const sums = await truth<{ year: number; kind: string; cents: string }>(
      api.database,
      `SELECT a.budget_year AS year, a.kind, sum(CASE WHEN t.to_account_id = a.id THEN t.amount_cents ELSE -t.amount_cents END)::text AS cents
       FROM budget.account a JOIN budget.transfer t ON a.id IN (t.from_account_id, t.to_account_id) WHERE a.due_year IS NULL GROUP BY 1, 2`,
    );
    const figureOf = (year: number, kind: string): number =>
      Number(sums.find((each) => each.year === year && each.kind === kind)?.cents ?? 0);
    const parts = ['free', 'locked', 'reserved', 'committed', 'ordered', 'paid', 'returned', 'lapsed'];
    const differences = body.years.flatMap((shown) => [
      ...parts
        .filter((part) => shown[`${part}Cents`] !== figureOf(shown.year, part))
        .map((part) => ({ year: shown.year, part, shown: shown[`${part}Cents`] })),
      ...(shown['appropriatedCents'] === -figureOf(shown.year, 'appropriation')
        ? []
        : [{ year: shown.year, part: 'appropriated' }]),
    ]);

    reportFigure({ id: 'D5-budget', value: differences.length, limit: 0, n: body.years.length * 9 });
    expect(body.years.length).toBeGreaterThan(3);
    expect(differences).toEqual([]);
  });

  it('is what each case asks for and was granted: plan, tranches and orders add up', async () => {
    const differences = await truth<object>(
      api.database,
      `SELECT case_number, 'requested' AS what FROM applications.application a
         WHERE a.requested_cents <> (SELECT coalesce(sum(y.requested_cents), 0) FROM applications.plan_year y WHERE y.application_id = a.id)
       UNION ALL SELECT case_number, 'approved' FROM applications.application a JOIN decisions.award w ON w.application_id = a.id AND w.state <> 'VOIDED' WHERE a.approved_cents <> w.total_cents
       UNION ALL SELECT r.request_number, 'ordered' FROM disbursements.disbursement_request r JOIN disbursements.payment_order o ON o.disbursement_request_id = r.id WHERE o.amount_cents <> r.amount_cents
       UNION ALL SELECT award_number, 'instalments' FROM decisions.award w WHERE EXISTS (SELECT 1 FROM decisions.tranche t WHERE t.award_id = w.id
         AND t.amount_cents < (SELECT coalesce(sum(o.amount_cents), 0) FROM disbursements.payment_order o WHERE o.award_id = w.id AND o.year = t.year AND o.state NOT IN ('FAILED', 'CANCELLED')))`,
    );

    reportFigure({ id: 'D5-cases', value: differences.length, limit: 0, n: 33 });
    expect(differences).toEqual([]);
  });
});
