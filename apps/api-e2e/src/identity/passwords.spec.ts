import { createHash, randomBytes } from 'node:crypto';
import { DEMO_PASSWORD, PERSONAS } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import { enrolTotp, forgetFailures } from './authenticator';
import { Browser } from './browser';

const GOOD = 'Nebelkrähe fährt Tandem';
const EMAIL = PERSONAS.budgetOfficer;

describe('a password', () => {
  const api = useApi();
  let browser: Browser;
  const change = (
    newPassword: string,
    currentPassword = DEMO_PASSWORD,
  ): Promise<{ status: number; body: unknown; headers: Headers; bytes: Buffer }> =>
    browser.put('/me/password', { currentPassword, newPassword });
  /** As the mail would carry it: the token exists only there, the database has its hash. */
  const link = async (email: string, purpose: 'FIRST_PASSWORD' | 'RESET', state = 'ACTIVE'): Promise<string> => {
    const token = randomBytes(32).toString('base64url');
    const { owner } = api.database;
    await owner.query(
      'UPDATE identity.account SET state = $2, version = version + 1 WHERE email = $1 AND state <> $2',
      [email, state],
    );
    await owner.query(
      'INSERT INTO identity.link (account_id, purpose, token_hash) SELECT id, $2, $3 FROM identity.account WHERE email = $1',
      [email, purpose, createHash('sha256').update(token).digest()],
    );
    return token;
  };
  beforeEach(async () => {
    await forgetFailures(api.database.owner);
    browser = new Browser(api.client);
    await browser.signIn(EMAIL);
  });

  it.each([
    ['14 characters', 'vK3pzuTm9Lq2Xd', 'auth.password-too-short', { minLength: 15 }],
    ['129 characters', `${'vK3pzuTm9Lq2Xdwe'.repeat(8)}x`, 'auth.password-too-long', { maxLength: 128 }],
    ['a leaked one', 'iloveyou1234567', 'auth.password-too-common', {}],
    ['words of the programme', 'Förderportal Hessen 2026', 'auth.password-too-common', {}],
    ['the own name', 'petra.lindner.petra', 'auth.password-too-common', {}],
    ['the one of the demo', DEMO_PASSWORD, 'auth.password-too-common', {}],
  ])('is refused: %s', async (_name, password, code, details) => {
    expectProblem(await change(password), 422, code, details);
  });

  it('is changed only by who knows the present one, and guessing that is slowed down', async () => {
    expectProblem(await change(GOOD, 'falsch'), 422, 'auth.password-wrong');
    const guesses = [];
    for (let guess = 0; guess < 8; guess += 1) guesses.push((await change(GOOD, `falsch${guess}`)).status);
    expect(guesses).toContain(429);
  });

  it('of any characters is taken as it is, ends all other sign-ins and is told of', async () => {
    const elsewhere = new Browser(api.client);
    await elsewhere.signIn(EMAIL);
    const password = '  Nebelkrähe\u00A0🚲 ж漢 "quoted" \\ ';
    expect((await change(password)).status).toBe(204);

    expect([(await elsewhere.get('/me')).status, (await browser.get('/me')).status]).toEqual([401, 200]);
    expectProblem(await new Browser(api.client).signIn(EMAIL), 401, 'auth.invalid-credentials');
    expect((await new Browser(api.client).signIn(EMAIL, {}, password)).status).toBe(204);
    const { rows } = await api.database.owner.query<{ hash: string; told: number; noted: number }>(
      `SELECT password_hash AS hash,
        (SELECT count(*)::int FROM notifications.outbound_message WHERE event_key LIKE 'account.password-changed:%' AND recipient_account_id = a.id) AS told,
        (SELECT count(*)::int FROM audit.event WHERE action = 'account.password-changed' AND object_id = a.id::text) AS noted
       FROM identity.account a WHERE email = $1`,
      [EMAIL],
    );
    expect(rows[0]).toMatchObject({ told: 1, noted: 1 });
    expect(rows[0]?.hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$.+#[0-9a-f]{16}$/);
    expect((await browser.put('/me/password', { currentPassword: password, newPassword: GOOD })).status).toBe(204);
    await api.database.owner.query(
      'UPDATE identity.account SET password_hash = (SELECT password_hash FROM identity.account WHERE email = $2) WHERE email = $1',
      [EMAIL, PERSONAS.admin],
    );
  });

  it('is hashed anew at a sign-in when it was hashed without the present pepper', async () => {
    const hashOf = async (): Promise<string> =>
      (
        await api.database.owner.query<{ h: string }>(
          'SELECT password_hash AS h FROM identity.account WHERE email = $1',
          [PERSONAS.caseWorkerSecond],
        )
      ).rows[0]?.h ?? '';
    expect(await hashOf()).not.toContain('#');
    await new Browser(api.client).signIn(PERSONAS.caseWorkerSecond);
    const renewed = await hashOf();
    await new Browser(api.client).signIn(PERSONAS.caseWorkerSecond);

    expect(renewed).toMatch(/#[0-9a-f]{16}$/);
    expect(await hashOf()).toBe(renewed);
  });

  it('is first set by a link that opens once', async () => {
    const email = 'antrag@mtk.wir.example';
    const { rows } = await api.database.owner.query<{ email: string }>(
      "SELECT email FROM identity.account WHERE email LIKE 'antrag@%' LIMIT 1",
    );
    const invited = rows[0]?.email ?? email;
    const token = await link(invited, 'FIRST_PASSWORD', 'INVITED');
    const door = new Browser(api.client);
    expectProblem(await door.signIn(invited), 401, 'auth.invalid-credentials');

    expect((await door.post('/auth/link', { token })).body).toMatchObject({
      purpose: 'FIRST_PASSWORD',
      email: invited,
      passwordMinLength: 15,
    });
    expectProblem(await door.post('/auth/password', { token, password: 'kurz' }), 422, 'auth.password-too-short', {
      minLength: 15,
    });
    expect((await door.post('/auth/password', { token, password: GOOD })).status).toBe(204);
    expect(door.cookie('at')).toBeUndefined();
    expectProblem(await door.post('/auth/password', { token, password: GOOD }), 404, 'auth.link-invalid');
    expectProblem(await door.post('/auth/link', { token }), 404, 'auth.link-invalid');
    expect((await door.signIn(invited, {}, GOOD)).status).toBe(204);
  });

  it('is set by one of two who use the same link at once', async () => {
    const token = await link(PERSONAS.press, 'RESET');
    const answers = await Promise.all(
      ['eins', 'zwei'].map((word) =>
        new Browser(api.client).post('/auth/password', { token, password: `${GOOD} ${word}` }),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
  });

  it('is reset without touching the second factor, ends all sign-ins and lifts the stop', async () => {
    const email = PERSONAS.paymentOrdererSecond;
    const holder = new Browser(api.client);
    await holder.signIn(email);
    const { app } = await enrolTotp(holder, DEMO_PASSWORD);
    await api.database.owner.query(
      "INSERT INTO identity.throttle (bucket, failures) VALUES (identity.bucket_of('account', $1), 100) ON CONFLICT (bucket) DO UPDATE SET failures = 100",
      [email],
    );
    expectProblem(await new Browser(api.client).signIn(email), 429, 'auth.throttled', { untilReset: true });
    const token = await link(email, 'RESET');

    expect((await holder.post('/auth/link', { token })).body).toMatchObject({
      purpose: 'RESET',
      passwordMinLength: 12,
    });
    expect((await new Browser(api.client).post('/auth/password', { token, password: GOOD })).status).toBe(204);
    expect((await holder.get('/me')).status).toBe(401);
    expectProblem(await new Browser(api.client).signIn(email, {}, GOOD), 401, 'auth.second-factor-required');
    expect(app.code()).toMatch(/^\d{6}$/);
  });

  it.each([
    [
      'a day old',
      "UPDATE identity.link SET created_at = created_at - interval '25 hours', expires_at = expires_at - interval '25 hours' WHERE used_at IS NULL",
    ],
    [
      'of a locked account',
      "UPDATE identity.account SET active = false, state = 'LOCKED', locked_reason = 'x', version = version + 1 WHERE email = 'leitung2@wir.example'",
    ],
  ])('is not set by a link %s', async (_name, sql) => {
    const token = await link(PERSONAS.headOfUnitSecond, 'RESET');
    await api.database.owner.query(sql);

    expectProblem(await browser.post('/auth/link', { token }), 404, 'auth.link-invalid');
    expectProblem(await browser.post('/auth/password', { token, password: GOOD }), 404, 'auth.link-invalid');
  });

  it('is promised to be reset for known and unknown addresses alike, three times an hour at most', async () => {
    const ask = async (email: string): Promise<[number, string]> => {
      const { status, bytes } = await new Browser(api.client).post('/auth/password-reset', { email });
      return [status, bytes.toString()];
    };
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => ask(PERSONAS.auditor)),
      ...Array.from({ length: 3 }, () => ask('niemand@wir.example')),
    ]);
    const mails = async (): Promise<number> =>
      (
        await api.database.owner.query<{ n: number }>(
          "SELECT count(*)::int AS n FROM audit.event WHERE action = 'auth.reset-requested' AND outcome = 'DONE'",
        )
      ).rows[0]?.n ?? 0;
    for (let tries = 0; tries < 100 && (await mails()) < 3; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));

    expect(answers).toEqual(answers.map(() => [204, '']));
    expect(await mails()).toBe(3);
    const { rows } = await api.database.owner.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM notifications.outbound_message WHERE link_purpose = 'RESET' AND withdrawn_at IS NULL",
    );
    // Later ones withdraw earlier ones that were not sent yet, unless they are written at the same moment.
    expect([1, 2, 3]).toContain(rows[0]?.n);
    expectProblem(await new Browser(api.client).post('/auth/password-reset', { email: 'kein' }), 400, 'input.invalid');
  });
});
