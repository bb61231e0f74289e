import { randomUUID } from 'node:crypto';
import { PERSONAS, useTestDatabase } from '@wir/shared/testing';
import type { PoolClient } from 'pg';

const OWN = 'antrag@wi.wir.example';
const FOREIGN = 'antrag@f.wir.example';
const DRAFTER = randomUUID();
const SIGNER = randomUUID();

interface Case {
  readonly noticeId: string;
  readonly awardId: string;
}

describe('rows of notices and awards', () => {
  const connections: PoolClient[] = [];
  // Before the database's own, which waits until every connection has come back.
  afterAll(() => connections.forEach((connection) => connection.release(true)));
  const database = useTestDatabase({ seed: 'base' });
  let made = 0;

  const connectAs = async (email: string): Promise<PoolClient> => {
    const token = randomUUID();
    await database.owner.query(
      "SELECT identity.start_session(id, $2, 'program', $3) FROM identity.account WHERE email = $1",
      [email, token, randomUUID()],
    );
    const connection = await database.app.connect();
    connections.push(connection);
    await connection.query('SELECT * FROM identity.open_session($1)', [token]);
    return connection;
  };

  /** A case of Wiesbaden with an award of two tranches and its notice, by hand; a period of its own each time. */
  const aCase = async (): Promise<Case> => {
    const start = `2026-01-${String((made += 1)).padStart(2, '0')}`;
    const { rows } = await database.owner.query<Case>(
      `WITH application AS (
         INSERT INTO applications.application (programme_id, call_id, module_code, applicant_id, case_number, period_start, period_end, requested_cents, created_by_account_id)
         SELECT c.programme_id, c.id, 'DIVERSITY_CENTRE', p.id, $1, $2, $2, 300, gen_random_uuid()
         FROM programme.funding_call c, programme.applicant p WHERE p.code = 'WI' RETURNING *
       ), award AS (
         INSERT INTO decisions.award (programme_id, application_id, applicant_id, award_number, total_cents, period_start, period_end)
         SELECT programme_id, id, applicant_id, $1, 300, period_start, period_end FROM application RETURNING *
       ), tranche AS (
         INSERT INTO decisions.tranche (award_id, applicant_id, year, amount_cents) SELECT id, applicant_id, y, (y - 2025) * 100 FROM award, generate_series(2026, 2027) y
       )
       INSERT INTO decisions.notice (programme_id, application_id, award_id, applicant_id, notice_number, file_reference, kind, addressee, court, texts,
         ancillary_provisions, drafted_by_person_id, drafted_by_account_id)
       SELECT programme_id, application_id, id, applicant_id, $1, $1, 'GRANT', '{}', 'Verwaltungsgericht Wiesbaden', '{}', '[]', $3, $3 FROM award
       RETURNING id AS "noticeId", award_id AS "awardId"`,
      [`SPEC-${made}`, start, DRAFTER],
    );
    if (!rows[0]) throw new Error('No case');
    return rows[0];
  };

  const change = (
    id: string,
    assignments: string,
    values: readonly unknown[] = [],
  ): Promise<{ rowCount: number | null }> =>
    database.owner.query(`UPDATE decisions.notice SET ${assignments}, version = version + 1 WHERE id = $1`, [
      id,
      ...values,
    ]);

  const sign = async (id: string): Promise<void> => {
    await change(id, "state = 'IN_COSIGN', content = '{}', preview_sha256 = 'a'");
    await change(id, "state = 'SIGNED', document_sha256 = 'b', signed_by_person_id = $2, signed_at = platform.now()", [
      SIGNER,
    ]);
  };

  const dispatch = async (id: string): Promise<void> => {
    await sign(id);
    await change(id, "state = 'DISPATCHED', channel = 'PORTAL', dispatched_on = platform.today()");
  };

  const SEEN = `SELECT (SELECT count(*) FROM decisions.notice WHERE id = $1)::integer AS notices, (SELECT count(*) FROM decisions.award WHERE id = $2)::integer AS awards,
    (SELECT count(*) FROM decisions.tranche WHERE award_id = $2)::integer AS tranches`;
  const seenBy = async (connection: PoolClient, { noticeId, awardId }: Case): Promise<number[]> => {
    const { rows } = await connection.query<{ notices: number; awards: number; tranches: number }>(SEEN, [
      noticeId,
      awardId,
    ]);
    return rows.flatMap(({ notices, awards, tranches }) => [notices, awards, tranches]);
  };

  it('are seen by the authority always, by the municipality from dispatch on, by others never', async () => {
    const [staff, own, foreign, admin] = [
      await connectAs(PERSONAS.caseWorker),
      await connectAs(OWN),
      await connectAs(FOREIGN),
      await connectAs(PERSONAS.admin),
    ];
    const hidden = await aCase();
    await sign(hidden.noticeId);
    const shown = await aCase();
    await dispatch(shown.noticeId);

    expect(await seenBy(staff, hidden)).toEqual([1, 1, 2]);
    expect(await seenBy(own, hidden)).toEqual([0, 0, 0]);
    expect(await seenBy(own, shown)).toEqual([1, 1, 2]);
    expect(await seenBy(foreign, shown)).toEqual([0, 0, 0]);
    expect(await seenBy(admin, shown)).toEqual([0, 0, 0]);
  });

  it('cannot be changed or made by another municipality', async () => {
    const foreign = await connectAs(FOREIGN);
    const shown = await aCase();
    await dispatch(shown.noticeId);

    const updated = await foreign.query(
      'UPDATE decisions.notice SET retrieved_on = platform.today(), version = version + 1 WHERE id = $1',
      [shown.noticeId],
    );
    const stolen = foreign.query(
      'INSERT INTO decisions.tranche (award_id, applicant_id, year, amount_cents) SELECT $1, identity.session_applicant(), 2028, 1',
      [shown.awardId],
    );

    expect(updated.rowCount).toBe(0);
    await expect(stolen).rejects.toMatchObject({ code: '42501' });
  });

  it('refuse the drafter as signer', async () => {
    const { noticeId } = await aCase();
    await change(noticeId, "state = 'IN_COSIGN', content = '{}'");

    const signed = change(
      noticeId,
      "state = 'SIGNED', document_sha256 = 'b', signed_by_person_id = $2, signed_at = platform.now()",
      [DRAFTER],
    );

    await expect(signed).rejects.toMatchObject({ code: '23514', constraint: 'notice_signed_by_other_person' });
  });

  it('refuse a signature without document, a dispatch without channel and a waiver before notification', async () => {
    const { noticeId } = await aCase();
    await change(noticeId, "state = 'IN_COSIGN', content = '{}'");
    await expect(
      change(noticeId, "state = 'SIGNED', signed_by_person_id = $2, signed_at = platform.now()", [SIGNER]),
    ).rejects.toMatchObject({ constraint: 'notice_signed_has_document' });
    await change(
      noticeId,
      "state = 'SIGNED', document_sha256 = 'b', signed_by_person_id = $2, signed_at = platform.now()",
      [SIGNER],
    );

    await expect(change(noticeId, "state = 'DISPATCHED'")).rejects.toMatchObject({
      constraint: 'notice_dispatched_has_channel',
    });
    await expect(
      change(noticeId, "deemed_notified_on = '2026-03-03', appeal_waived_on = '2026-03-02'"),
    ).rejects.toMatchObject({ constraint: 'notice_waiver_not_before_notification' });
  });

  it.each([
    'texts = \'{"closing": "anders"}\'',
    "document_sha256 = 'c'",
    'content = \'{"kind": 1}\'',
    "signed_at = signed_at - interval '1 day'",
    "court = 'Verwaltungsgericht Kassel'",
    "notice_number = 'X'",
  ])('keep what was signed: %s', async (assignment) => {
    const { noticeId } = await aCase();
    await sign(noticeId);

    await expect(change(noticeId, assignment)).rejects.toMatchObject({ constraint: 'notice_signed_is_immutable' });
  });

  it('take legal steps only, and are never deleted', async () => {
    const { noticeId, awardId } = await aCase();

    await expect(change(noticeId, "state = 'FINAL'")).rejects.toMatchObject({ constraint: 'notice_state_transition' });
    await expect(
      database.owner.query("UPDATE decisions.award SET state = 'FINAL', version = version + 1 WHERE id = $1", [
        awardId,
      ]),
    ).rejects.toMatchObject({ constraint: 'award_state_transition' });
    await expect(
      database.owner.query('UPDATE decisions.notice SET cosign_remark = $2 WHERE id = $1', [noticeId, 'x']),
    ).rejects.toMatchObject({ code: '40001' });
    await expect(database.owner.query('DELETE FROM decisions.notice WHERE id = $1', [noticeId])).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('keep the sum of the tranches equal to the award', async () => {
    const { awardId } = await aCase();

    await expect(
      database.owner.query('UPDATE decisions.award SET total_cents = 301, version = version + 1 WHERE id = $1', [
        awardId,
      ]),
    ).rejects.toMatchObject({ constraint: 'award_tranches_sum_to_total' });
    await expect(
      database.owner.query('UPDATE decisions.tranche SET amount_cents = 101 WHERE award_id = $1 AND year = 2026', [
        awardId,
      ]),
    ).rejects.toMatchObject({ constraint: 'award_tranches_sum_to_total' });
    await expect(
      database.owner.query(
        'INSERT INTO decisions.tranche SELECT award_id, applicant_id, 2031, 1 FROM decisions.tranche WHERE award_id = $1 LIMIT 1',
        [awardId],
      ),
    ).rejects.toMatchObject({ constraint: 'tranche_year_in_period' });
  });
});
