import { generateKeyPairSync } from 'node:crypto';
import type { Anchor, AuditRecord } from '@wir/audit/domain';
import { useTestDatabase } from '@wir/shared/testing';
import { appendSampleTrail, exportedTrail, SampleAnchors, verdictOfProgram } from './testing/sample-trail';

const test = useTestDatabase({ seed: 'base' });
const anchors = new SampleAnchors();
const SIGNED = [10, 20, 30];

const set = (sequence: number, assignment: string): string =>
  `UPDATE audit.event SET ${assignment} WHERE sequence = ${sequence}`;
const setText = (sequence: number, assignment: string): string =>
  `UPDATE audit.event_text SET ${assignment} WHERE sequence = ${sequence}`;
const shift = (from: number): string => `UPDATE audit.event SET sequence = sequence + 1000 WHERE sequence >= ${from};
  UPDATE audit.event SET sequence = sequence - 999 WHERE sequence >= 1000;
  UPDATE audit.event_text SET sequence = sequence + 1000 WHERE sequence >= ${from};
  UPDATE audit.event_text SET sequence = sequence - 999 WHERE sequence >= 1000`;
const copy = (
  from: number,
  to: number,
): string => `INSERT INTO audit.event SELECT (jsonb_populate_record(e, jsonb_build_object('sequence', ${to}))).*
  FROM audit.event e WHERE sequence = ${from};
  INSERT INTO audit.event_text SELECT (jsonb_populate_record(t, jsonb_build_object('sequence', ${to}))).* FROM audit.event_text t WHERE sequence = ${from}`;
/** All hashes from here on computed anew, as whoever owns the database could. */
const rebuild = (from: number): string => `DO $$ DECLARE e audit.event; tip bytea; BEGIN
  SELECT coalesce((SELECT hash FROM audit.event WHERE sequence = ${from} - 1), sha256(''::bytea)) INTO tip;
  FOR e IN SELECT * FROM audit.event WHERE sequence >= ${from} ORDER BY sequence LOOP
    e.previous_hash := tip; e.digest := sha256(convert_to(audit.canonical(e), 'UTF8')); tip := sha256(tip || e.digest);
    UPDATE audit.event SET previous_hash = e.previous_hash, digest = e.digest, hash = tip WHERE sequence = e.sequence;
  END LOOP; END $$`;
const recommit =
  'after_digest = (SELECT audit.commitment(t.salt, t.after_text) FROM audit.event_text t WHERE t.sequence = event.sequence)';

/** What was done to the trail, as SQL, and the first entry that is wrong since. */
const TAMPERINGS: readonly (readonly [deed: string, sql: string, firstBad: number])[] = [
  ['contents changed', setText(5, `after_text = '{"amountCents": 1}'`), 5],
  ['contents changed with their fingerprint', `${setText(5, `after_text = '{}'`)}; ${set(5, recommit)}`, 5],
  ['earlier contents changed', setText(9, `before_text = '{}'`), 9],
  ['reason changed', setText(6, `reason = 'anders'`), 6],
  ['reason put in', setText(6, `reason = NULL`), 6],
  ['spelling of a reason unified (NFD to NFC)', setText(14, 'reason = normalize(reason, NFC)'), 14],
  ['salt changed', setText(7, `salt = decode('00112233445566778899aabbccddeeff', 'hex')`), 7],
  ['text taken away without an erasure', 'DELETE FROM audit.event_text WHERE sequence = 8', 8],
  [
    'text marked as erased by an event that erased nothing',
    setText(8, 'salt = NULL, reason = NULL, before_text = NULL, after_text = NULL, erased_by = 40'),
    8,
  ],
  ['account changed', set(8, 'account_id = gen_random_uuid()'), 8],
  ['person changed', set(8, 'person_id = gen_random_uuid()'), 8],
  ['role changed', set(9, `actor_role = 'HEAD_OF_UNIT'`), 9],
  ['deputy made the person himself', set(12, 'deputy_for = NULL'), 12],
  ['deputy put in', set(13, 'deputy_for = account_id'), 13],
  ['sign-in changed', set(13, 'session_family = NULL'), 13],
  ['time changed by a microsecond', set(10, `occurred_at = occurred_at + interval '1 microsecond'`), 10],
  ['action changed', set(11, `action = 'spec.undone'`), 11],
  ['kind of object changed', set(11, `object_type = 'OTHER'`), 11],
  ['object changed', set(13, `object_id = '14'`), 13],
  ['version changed', set(13, 'object_version = 99'), 13],
  ['municipality put in', set(14, 'applicant_id = gen_random_uuid()'), 14],
  ['state before changed', set(14, `from_state = NULL`), 14],
  ['state after changed', set(15, `to_state = 'APPROVED'`), 15],
  ['refusal made a deed', set(16, `outcome = 'DONE'`), 16],
  ['code of a refusal changed', set(16, `code = 'auth.not-signed-in'`), 16],
  ['request changed', set(17, `request_id = 'other'`), 17],
  ['first entry deleted', 'DELETE FROM audit.event WHERE sequence = 1', 1],
  ['entry in the middle deleted', 'DELETE FROM audit.event WHERE sequence = 18', 18],
  ['last entry deleted', 'DELETE FROM audit.event WHERE sequence = 40', 40],
  ['tail cut off', 'DELETE FROM audit.event WHERE sequence > 25', 26],
  [
    'two entries swapped',
    `${set(19, 'sequence = 1000')}; ${set(20, 'sequence = 19')}; ${set(1000, 'sequence = 20')}`,
    19,
  ],
  ['entry put in', `${shift(21)}; ${copy(20, 21)}; ${set(21, `object_id = 'new', hash = sha256('new')`)}`, 21],
  ['entry doubled', `${shift(23)}; ${copy(22, 23)}`, 23],
  [
    'one entry rebuilt with correct hashes',
    `${set(22, `object_id = 'x'`)}; ${rebuild(22).replace('sequence >= 22 ORDER', 'sequence = 22 ORDER')}`,
    23,
  ],
];

async function tampered(sql: string): Promise<AuditRecord[]> {
  const client = await test.owner.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      'ALTER TABLE audit.event DISABLE TRIGGER USER; ALTER TABLE audit.event_text DISABLE TRIGGER USER',
    );
    await client.query('ALTER TABLE audit.event DROP CONSTRAINT event_person_belongs_to_account');
    await client.query(sql);
    return await exportedTrail(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

describe('a trail that somebody changed', () => {
  let whole: AuditRecord[];
  let signed: Anchor[];
  let head: string;
  beforeAll(async () => {
    await appendSampleTrail(test);
    whole = await exportedTrail(test.owner);
    signed = anchors.of(whole, SIGNED);
    head = whole.at(-1)?.hash ?? '';
  });

  it('is whole before (0)', async () => {
    expect(await verdictOfProgram(test.dataDir, whole, { head, anchors: signed, pem: anchors.pem })).toMatchObject({
      code: 0,
      text: expect.stringContaining('3 Anker stimmen, alle unterschrieben') as string,
    });
  });

  it.each(TAMPERINGS)('is found out: %s', async (_deed, sql, firstBad) => {
    const trail = await tampered(sql);

    const verdict = await verdictOfProgram(test.dataDir, trail, { head, anchors: signed, pem: anchors.pem });

    expect(verdict.text).toContain(`VERFÄLSCHT ab Eintrag ${firstBad}:`);
    expect(verdict.code).toBe(1);
  });

  it('is found by the anchor alone when the tail was rebuilt with correct hashes', async () => {
    const trail = await tampered(`${set(25, `object_id = 'forged'`)}; ${rebuild(25)}`);

    expect(await verdictOfProgram(test.dataDir, trail)).toMatchObject({ code: 0 });
    // Signed were 20, which still stands, and 30, which does not.
    expect(await verdictOfProgram(test.dataDir, trail, { anchors: signed, pem: anchors.pem })).toMatchObject({
      code: 1,
      text: expect.stringContaining('VERFÄLSCHT ab Eintrag 21: Der Anker vom 2026-03-03') as string,
    });
  });

  it('cannot be covered up by changed anchors', async () => {
    const trail = await tampered(`${set(25, `object_id = 'forged'`)}; ${rebuild(25)}`);
    const rewritten = signed.map((anchor) => ({ ...anchor, head: trail[anchor.sequence - 1]?.hash ?? '' }));
    const foreign = generateKeyPairSync('ed25519').privateKey;
    const resigned = rewritten.map((anchor) => ({ ...anchor, signature: anchors.signed(anchor, foreign) }));

    for (const forged of [rewritten, resigned])
      expect(await verdictOfProgram(test.dataDir, trail, { anchors: forged, pem: anchors.pem })).toMatchObject({
        code: 1,
        text: expect.stringContaining('nicht von diesem Schlüssel unterschrieben') as string,
      });
  });
});
