import { randomUUID } from 'node:crypto';
import { PERSONAS, useTestDatabase } from '@wir/shared/testing';
import type { PoolClient } from 'pg';

const test = useTestDatabase({ seed: 'base' });

/** The application, signed in as this person. */
async function as<T>(email: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const token = randomUUID();
  await test.owner.query(
    "SELECT identity.start_session((SELECT account_id FROM identity.find_login($1)), $2, 'program', NULL)",
    [email, token],
  );
  const client = await test.app.connect();
  try {
    await client.query('SELECT * FROM identity.open_session($1)', [token]);
    return await work(client);
  } finally {
    client.release();
  }
}

async function asNobody<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await test.app.connect();
  try {
    await client.query("SELECT set_config('wir.session', '', false)");
    return await work(client);
  } finally {
    client.release();
  }
}

const append = (client: PoolClient, event: object, delegationId: string | null = null): Promise<unknown> =>
  client.query('SELECT audit.append($1::jsonb, $2, $3)', [
    JSON.stringify([{ action: 'spec.done', objectType: 'SPEC', objectId: '1', ...event }]),
    'spec',
    delegationId,
  ]);

async function idOf(sql: string): Promise<string> {
  return String((await test.owner.query<{ id: string }>(sql)).rows[0]?.id);
}

describe('an act of somebody with a conflict of interest', () => {
  it('finds no way into the trail for that municipality, and every other one is open', async () => {
    const conflicted = await idOf("SELECT id FROM programme.applicant WHERE code = 'WI'");
    const other = await idOf("SELECT id FROM programme.applicant WHERE code = 'HU'");
    await test.owner.query(
      `INSERT INTO identity.conflict_of_interest (person_id, applicant_id, reason, recorded_by)
       SELECT person_id, $1, 'verwandt', id FROM identity.account WHERE email = $2`,
      [conflicted, PERSONAS.caseWorker],
    );

    await as(PERSONAS.caseWorker, async (client) => {
      await expect(append(client, { applicantId: conflicted })).rejects.toMatchObject({
        code: '42501',
        constraint: 'audit_without_conflict_of_interest',
      });
      await append(client, { applicantId: other });
      await append(client, { applicantId: conflicted, objectType: 'CONFLICT_OF_INTEREST' });
    });
    await as(PERSONAS.caseWorkerSecond, (client) => append(client, { applicantId: conflicted }));
  });

  it('is known too by an account of that municipality', async () => {
    const own = await idOf("SELECT applicant_id AS id FROM identity.account WHERE email = 'antrag@ks.wir.example'");
    await test.owner.query(
      "UPDATE identity.account SET person_id = (SELECT person_id FROM identity.account WHERE email = 'antrag@ks.wir.example') WHERE email = $1",
      [PERSONAS.headOfUnit],
    );

    await as(PERSONAS.headOfUnit, (client) =>
      expect(append(client, { applicantId: own })).rejects.toMatchObject({
        constraint: 'audit_without_conflict_of_interest',
      }),
    );
    await as('antrag@ks.wir.example', (client) => append(client, { applicantId: own }));
  });
});

describe('whoever claims to stand in for somebody', () => {
  it('needs a delegation to himself that lives', async () => {
    const delegation = await idOf(
      `INSERT INTO identity.delegation (absent_account_id, deputy_account_id, role, valid_from, valid_to, reason, created_by)
       SELECT a.id, d.id, 'BUDGET_OFFICER', platform.now() - interval '1 day', platform.now() + interval '9 days', 'Urlaub', a.id
       FROM identity.account a, identity.account d WHERE a.email = 'haushalt@wir.example' AND d.email = 'haushalt2@wir.example' RETURNING id`,
    );
    const refused = { constraint: 'audit_delegation_lives' };

    await as(PERSONAS.caseWorker, (client) => expect(append(client, {}, delegation)).rejects.toMatchObject(refused));
    await as('haushalt2@wir.example', async (client) => {
      await append(client, { objectId: 'as-deputy' }, delegation);
      await test.owner.query(
        "UPDATE identity.delegation SET revoked_at = platform.now(), revoke_reason = 'zurück', revoked_by = absent_account_id WHERE id = $1",
        [delegation],
      );
      await expect(append(client, {}, delegation)).rejects.toMatchObject(refused);
    });
    const { rows } = await test.owner.query(
      "SELECT actor_role, deputy_for IS NOT NULL AS deputised FROM audit.event WHERE object_id = 'as-deputy'",
    );
    expect(rows).toEqual([{ actor_role: 'BUDGET_OFFICER', deputised: true }]);
  });
});

describe('the ways into the trail', () => {
  it('are functions only, and none writes without a person or the gate', async () => {
    const { rows } = await test.owner.query(
      `SELECT t || ' ' || p AS open FROM unnest(ARRAY['audit.event','audit.event_text','audit.read_entry','audit.anchor','audit.head']) t,
         unnest(ARRAY['INSERT','UPDATE','DELETE','TRUNCATE']) p, unnest(ARRAY['wir_app','wir_auditor']) r WHERE has_table_privilege(r, t, p)
       UNION ALL SELECT 'write' WHERE has_function_privilege('wir_app', 'audit.write(jsonb, uuid, uuid, text, uuid, uuid, text)', 'EXECUTE')`,
    );

    expect(rows).toEqual([]);
    await asNobody(async (client) => {
      await expect(client.query("SELECT audit.append('[]', 'r')")).rejects.toMatchObject({ code: '42501' });
      const guessed = client.query("SELECT audit.note_sign_in('guessed', '{}', 'r')");
      await expect(guessed).rejects.toMatchObject({ code: '42501' });
    });
    await as(PERSONAS.caseWorker, (client) =>
      expect(client.query("SELECT audit.erase_texts('{1}', 'x', 'SPEC', '1', 'r')")).rejects.toMatchObject({
        code: '42501',
      }),
    );
  });

  it('show a municipality nothing of refusals, and nobody without a session anything', async () => {
    await as('antrag@hu.wir.example', async (client) => {
      await client.query('SELECT audit.note_refusal($1::jsonb, $2)', [
        JSON.stringify({
          action: 'access.refused',
          objectType: 'SPEC',
          objectId: '2',
          code: 'auth.forbidden',
          applicantId: randomUUID(),
        }),
        'r',
      ]);
      const { rows } = await client.query("SELECT 1 FROM audit.event WHERE outcome = 'REFUSED'");
      expect(rows).toEqual([]);
    });
    const unseen = await asNobody((client) =>
      client.query('SELECT (SELECT count(*) FROM audit.event_text) + (SELECT count(*) FROM audit.read_entry) AS seen'),
    );

    expect(unseen.rows).toEqual([{ seen: '0' }]);
    expect((await test.owner.query('SELECT ok FROM audit.verify()')).rows).toEqual([{ ok: true }]);
  });
});
