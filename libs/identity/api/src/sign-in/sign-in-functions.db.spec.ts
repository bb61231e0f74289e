import { readFileSync } from 'node:fs';
import { testEnvironment, useTestDatabase, PERSONAS } from '@wir/shared/testing';

const EMAIL = PERSONAS.caseWorker;
const NULL_ID = '00000000-0000-4000-8000-000000000000';

describe('the functions before the sign-in', () => {
  const database = useTestDatabase({ seed: 'base' });
  const gate = (): string => readFileSync(String(testEnvironment().keys['WIR_SYSTEM_KEY_FILE']), 'utf8').trim();
  const guess = async (
    email: string = EMAIL,
    address = '192.0.2.1',
  ): Promise<{ guessed_at: Date | null; wait_seconds: number; stopped: boolean }> => {
    const { rows } = await database.app.query('SELECT * FROM identity.begin_guess($1, $2, $3, 20)', [
      gate(),
      email,
      address,
    ]);
    return rows[0] as never;
  };
  const elapse = (interval: string): Promise<unknown> =>
    database.owner.query(
      `UPDATE identity.throttle SET blocked_until = blocked_until - $1::interval, recent = ARRAY(SELECT r - $1::interval FROM unnest(recent) r)`,
      [interval],
    );
  beforeEach(() => database.owner.query('DELETE FROM identity.throttle'));

  it.each([
    ["begin_guess('x', 'a', 'b', 20)"],
    ["settle_guess('x', 'a', 'b', 20, now(), true)"],
    [`begin_factor_guess('x', '${NULL_ID}')`],
    [`forgive_factor_guess('x', '${NULL_ID}', now())`],
    [`replace_password_hash('x', '${NULL_ID}', 'a', 'b')`],
    ["change_own_password('x', 'a')"],
    ["request_reset('x', 'a', 'b')"],
    [`create_link('x', '${NULL_ID}', 'RESET', 'a', NULL)`],
    ["open_link('x', 'a')"],
    ["use_link('x', 'a', 'b')"],
    [`factors_of('x', '${NULL_ID}')`],
    [`use_totp_step('x', '${NULL_ID}', 1)`],
    [`reseal_totp('x', '${NULL_ID}', '', '')`],
    [`use_recovery_code('x', '${NULL_ID}', '')`],
    ["open_challenge('x', NULL, 'a', 'b', 1, 'c')"],
    [`take_challenge('x', '${NULL_ID}', 'a')`],
    ["find_passkey('x', '')"],
    [`passkeys_of('x', '${NULL_ID}')`],
    [`note_passkey_use('x', '${NULL_ID}', 1)`],
    ["find_external('x', 'a', 'b')"],
    ["link_external('x', 'a', 'b', 'c')"],
    ["begin_totp('x', '')"],
    ["pending_totp('x')"],
    ["confirm_totp('x', 1)"],
    ["remove_totp('x')"],
    ["add_passkey('x', '', '', 0, '{}', 'a')"],
    [`remove_passkey('x', '${NULL_ID}')`],
    ["replace_recovery_codes('x', '{}')"],
    ["show_factor('x')"],
    [`begin_session('x', '${NULL_ID}', 'a', 'browser', 'b', 'PASSWORD', true, 'c', 'd')`],
  ])('are closed to whoever has not the key of the program: %s', async (call) => {
    await expect(database.app.query(`SELECT identity.${call}`)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    ["claim_guess('x', 1, 1, 1)"],
    ["forgive_guess('x', now())"],
    ["count_in('x', interval '1 minute', 1)"],
    ["seconds_until_free('x', interval '1 minute', 1)"],
    ["end_families(NULL, NULL, 'x')"],
    ["find_login('x')"],
    ["note_login_failure('x')"],
    [`note_login_success('${NULL_ID}')`],
    [`start_session('${NULL_ID}', 'a', 'browser', 'b')`],
    ['own_family()'],
    ['after_factor_change()'],
  ])('have parts the application cannot call: %s', async (call) => {
    await expect(database.app.query(`SELECT identity.${call}`)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['throttle', 'totp', 'passkey', 'recovery_code', 'challenge', 'link', 'external_login', 'session_family'])(
    'are the only way to identity.%s',
    async (table) => {
      for (const pool of [database.app, database.auditor])
        await expect(pool.query(`SELECT * FROM identity.${table}`)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('let five guesses pass freely; then the pause doubles from a second, up to a quarter of an hour', async () => {
    for (let free = 1; free <= 5; free += 1) expect((await guess()).guessed_at).not.toBeNull();
    const waits: number[] = [];
    for (let number = 6; number <= 10; number += 1) {
      expect((await guess()).guessed_at).not.toBeNull();
      const { guessed_at: next, wait_seconds: wait } = await guess();
      expect(next).toBeNull();
      waits.push(wait);
      await elapse(`${wait} seconds`);
    }
    await database.owner.query("UPDATE identity.throttle SET failures = 60, recent = '{}', blocked_until = NULL");
    await guess();

    // The tenth of a quarter of an hour is the last, whatever the pause would be.
    expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8]);
    expect(waits[4]).toBeGreaterThan(14 * 60);
    expect((await guess()).wait_seconds).toBeGreaterThan(14 * 60);
  });

  it('count before anything is checked, so that of fifty at once the free ones pass and the one that begins the pauses', async () => {
    const claims = await Promise.all(Array.from({ length: 50 }, () => guess()));

    expect(claims.filter(({ guessed_at }) => guessed_at !== null)).toHaveLength(6);
  });

  it('forgive the right one and no other', async () => {
    const [wrong, right] = [await guess(), await guess()];
    await database.app.query('SELECT identity.settle_guess($1, $2, $3, 20, $4, true)', [
      gate(),
      EMAIL,
      '192.0.2.1',
      right.guessed_at,
    ]);
    const { rows } = await database.owner.query<{ failures: number; recent: Date[] }>(
      'SELECT failures, recent FROM identity.throttle',
    );

    expect(rows[0]?.failures).toBe(0);
    expect(rows[0]?.recent.length).toBeLessThanOrEqual(2);
    expect(wrong.guessed_at).not.toEqual(right.guessed_at);
  });

  it('keep neither e-mail address nor network address', async () => {
    await guess('niemand@wir.example', '192.0.2.77');
    await database.app.query('SELECT identity.settle_guess($1, $2, $3, 20, now(), false)', [
      gate(),
      'niemand@wir.example',
      '192.0.2.77',
    ]);
    const { rows } = await database.owner.query<{ bucket: string }>(
      'SELECT bucket FROM identity.throttle ORDER BY bucket',
    );

    expect(rows.map(({ bucket }) => bucket.replace(/[0-9a-f]{64}/, '#'))).toEqual(['account:#', 'address:#']);
  });

  it('make a link that opens for a day, the newest one only, and only where it is of use', async () => {
    const accountId = (
      await database.owner.query<{ id: string }>('SELECT id FROM identity.account WHERE email = $1', [EMAIL])
    ).rows[0]?.id;
    const mint = async (token: string, purpose = 'RESET'): Promise<Date | null> =>
      (
        await database.app.query<{ ends: Date | null }>('SELECT identity.create_link($1, $2, $3, $4, NULL) AS ends', [
          gate(),
          accountId,
          purpose,
          token,
        ])
      ).rows[0]?.ends ?? null;
    const opens = async (token: string): Promise<boolean> =>
      (await database.app.query('SELECT * FROM identity.open_link($1, $2)', [gate(), token])).rowCount === 1;

    expect(await mint('first', 'FIRST_PASSWORD')).toBeNull();
    const ends = await mint('one');
    expect((ends?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
    expect(await opens('one')).toBe(true);
    await mint('two');
    expect([await opens('one'), await opens('two'), await opens('three')]).toEqual([false, true, false]);
  });
});
