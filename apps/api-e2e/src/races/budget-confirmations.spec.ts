import { PERSONAS, type Journey } from '@wir/shared/testing';
import { CASE_CENTS, manyCases } from './many-cases';
import { deadlocksIn, useTwoProcesses } from './two-processes';

const CASES = 24;
const FIT = 7;

describe('parallel budget confirmations for the last free cents, in two processes', () => {
  const processes = useTwoProcesses();
  let journeys: Journey[];

  beforeAll(async () => {
    journeys = await manyCases(processes, CASES, 'REVIEWED');
    await processes.database.owner.query(
      `INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, value_date, command_key, line, booked_by)
       SELECT 'LOCK', a.id, budget.account_for(a.programme_id, 'locked', 2026, NULL, NULL), a.balance_cents - $1, '2026-03-02', gen_random_uuid(), 1, gen_random_uuid()
       FROM budget.account a WHERE a.kind = 'free' AND a.budget_year = 2026`,
      [FIT * CASE_CENTS + CASE_CENTS - 1],
    );
  });

  it('reserve exactly what fits and name the rest to the others', async () => {
    const officers = [PERSONAS.budgetOfficer, PERSONAS.budgetOfficerSecond] as const;

    const answers = await Promise.all(
      journeys.map(({ applicationId }, index) =>
        processes
          .turn(index)
          .post<{ code?: string; state?: string; freeCents?: number }>(
            `/applications/${applicationId}/budget-confirmation`,
            {},
            { as: officers[index % 2] },
          ),
      ),
    );

    const outcomes = answers.map(({ status, body }) => `${status} ${body.code ?? body.state}`);
    expect(outcomes.filter((outcome) => outcome === '200 BUDGET_CONFIRMED')).toHaveLength(FIT);
    expect(outcomes.filter((outcome) => outcome === '409 budget.exceeded')).toHaveLength(CASES - FIT);
    expect(answers.filter(({ status }) => status === 409).every(({ body }) => body.freeCents === CASE_CENTS - 1)).toBe(
      true,
    );
    const { rows } = await processes.database.owner.query(
      "SELECT kind, balance_cents::integer AS cents FROM budget.account WHERE budget_year = 2026 AND kind IN ('free', 'reserved') ORDER BY kind",
    );
    expect(rows).toEqual([
      { kind: 'free', cents: CASE_CENTS - 1 },
      { kind: 'reserved', cents: FIT * CASE_CENTS },
    ]);
    expect(await deadlocksIn(processes.database)).toBe(0);
  });
});
