import { randomUUID } from 'node:crypto';
import { PERSONAS, type Journey } from '@wir/shared/testing';
import { CASE_CENTS, manyCases } from './many-cases';
import { deadlocksIn, useTwoProcesses } from './two-processes';

const CASES = 50;
const FIT = 19;
/** One cent less than a twentieth notice needs. */
const LEFT_CENTS = FIT * CASE_CENTS + CASE_CENTS - 1;

interface Preview {
  readonly noticeId: string;
  readonly documentSha256: string;
}

describe('fifty final signatures for the last euro of a year, in two processes', () => {
  const processes = useTwoProcesses();
  let previews: Preview[];

  const previewOf = async ({ client, noticeId }: Journey): Promise<Preview> => ({
    noticeId,
    documentSha256: (await client.get<Preview>(`/notices/${noticeId}`, { as: PERSONAS.headOfUnit })).body
      .documentSha256,
  });

  const centsOf = async (kind: string): Promise<number> => {
    const { rows } = await processes.database.owner.query<{ cents: string }>(
      'SELECT coalesce(sum(balance_cents), 0) AS cents FROM budget.account WHERE kind = $1 AND budget_year = 2026',
      [kind],
    );
    return Number(rows[0]?.cents);
  };

  beforeAll(async () => {
    const journeys = await manyCases(processes, CASES, 'IN_COSIGN');
    previews = await Promise.all(journeys.map(previewOf));
    // The reservation of the year is cut by hand, as after a mistake in the budget: the ledger must hold the line.
    await processes.database.owner.query(
      `INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, value_date, command_key, line, booked_by)
       SELECT 'RELEASE_RESERVATION', a.id, budget.account_for(a.programme_id, 'free', 2026, NULL, NULL), a.balance_cents - $1, '2026-03-02', gen_random_uuid(), 1, gen_random_uuid()
       FROM budget.account a WHERE a.kind = 'reserved' AND a.budget_year = 2026`,
      [LEFT_CENTS],
    );
  });

  it('accept exactly what fits, not a cent more, and tell the others why', async () => {
    const heads = [PERSONAS.headOfUnit, PERSONAS.headOfUnitSecond] as const;

    const answers = await Promise.all(
      previews.map(({ noticeId, documentSha256 }, index) =>
        processes
          .turn(index)
          .post<{ code?: string; state?: string }>(
            `/notices/${noticeId}/signature`,
            { documentSha256 },
            { as: heads[index % 2] },
          ),
      ),
    );

    const outcomes = answers.map(({ status, body }) => `${status} ${body.code ?? body.state}`);
    expect(outcomes.filter((outcome) => outcome === '200 SIGNED')).toHaveLength(FIT);
    expect(outcomes.filter((outcome) => outcome === '409 budget.account-exceeded')).toHaveLength(CASES - FIT);
    expect([await centsOf('committed'), await centsOf('reserved')]).toEqual([FIT * CASE_CENTS, CASE_CENTS - 1]);
    expect(await deadlocksIn(processes.database)).toBe(0);
    const { rows } = await processes.database.owner.query(
      "SELECT count(*)::integer AS signed FROM decisions.notice n JOIN decisions.award w ON w.id = n.award_id WHERE n.state = 'SIGNED' AND w.state = 'COMMITTED'",
    );
    expect(rows).toEqual([{ signed: FIT }]);
  });

  it('have one effect when one of them is sent fifty times with the same key', async () => {
    await processes.database.owner.query(
      `INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, value_date, command_key, line, booked_by)
       SELECT 'RESERVE', a.id, budget.account_for(a.programme_id, 'reserved', 2026, NULL, NULL), 1, '2026-03-02', gen_random_uuid(), 1, gen_random_uuid()
       FROM budget.account a WHERE a.kind = 'free' AND a.budget_year = 2026`,
    );
    const { rows } = await processes.database.owner.query<Preview>(
      `SELECT id AS "noticeId", preview_sha256 AS "documentSha256" FROM decisions.notice WHERE state = 'IN_COSIGN' LIMIT 1`,
    );
    const { noticeId = '', documentSha256 = '' } = rows[0] ?? {};
    const options = { as: PERSONAS.headOfUnit, idempotencyKey: randomUUID() };

    const answers = await Promise.all(
      Array.from({ length: CASES }, (_, index) =>
        processes.turn(index).post<{ state: string }>(`/notices/${noticeId}/signature`, { documentSha256 }, options),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ bytes }) => bytes.toString()))).toHaveProperty('size', 1);
    expect([await centsOf('committed'), await centsOf('reserved')]).toEqual([(FIT + 1) * CASE_CENTS, 0]);
    const trail = await processes.database.owner.query(
      "SELECT count(*)::integer AS events FROM audit.event WHERE object_id = $1 AND action = 'notice.signed'",
      [noticeId],
    );
    expect(trail.rows).toEqual([{ events: 1 }]);
  });
});
