import { DEMO_PASSWORD, PERSONAS } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import { enrolTotp, forgetFailures, forgetUsedSteps, letFactorsAge, type Enrolled } from './authenticator';
import { Browser } from './browser';

describe('a second factor by code', () => {
  const api = useApi();
  const email = PERSONAS.headOfUnit;
  let browser: Browser;
  let enrolled: Enrolled;
  const signedIn = async (more: object = {}): Promise<Browser> => {
    const fresh = new Browser(api.client);
    expect((await fresh.signIn(email, more)).status).toBe(204);
    return fresh;
  };

  beforeAll(async () => {
    browser = new Browser(api.client);
    await browser.signIn(email);
    const elsewhere = await signedIn();

    expectProblem(await browser.post('/me/factors/totp', { currentPassword: 'falsch' }), 422, 'auth.password-wrong');
    expectProblem(await browser.post('/me/factors/totp', {}), 422, 'auth.password-wrong');
    expectProblem(
      await browser.post('/me/factors/totp/confirmation', { code: '000000' }),
      409,
      'auth.factor-not-begun',
    );
    expectProblem(await browser.delete('/me/factors/totp'), 404, 'auth.factor-not-found');
    expectProblem(await browser.post('/me/factors/recovery-codes'), 404, 'auth.factor-not-found');
    enrolled = await enrolTotp(browser, DEMO_PASSWORD);
    expect((await elsewhere.get('/me')).status).toBe(401);
  });
  beforeEach(() => forgetFailures(api.database.owner));

  it('is listed with ten recovery codes, each shown once', async () => {
    const factors = await browser.get<object>('/me/factors');
    const me = await browser.get<object>('/me');

    expect(new Set(enrolled.recoveryCodes).size).toBe(10);
    expect(factors.body).toMatchObject({
      demanded: false,
      totp: { confirmedAt: expect.any(String) as string },
      passkeys: [],
      recoveryCodesLeft: 10,
    });
    expect(me.body).toMatchObject({
      hasFactor: true,
      mustEnrol: false,
      factorFreshUntil: expect.any(String) as string,
    });
  });

  it('is asked for when the password is right, and only then', async () => {
    const door = new Browser(api.client);
    const half = await door.signIn(email);

    expectProblem(half, 401, 'auth.second-factor-required', { methods: ['TOTP', 'RECOVERY'] });
    expect(half.headers.getSetCookie()).toEqual([]);
    expectProblem(await door.signIn(email, { totp: enrolled.app.code() }, 'falsch'), 401, 'auth.invalid-credentials');
    expectProblem(await door.signIn(email, { totp: '000000' }), 401, 'auth.second-factor-wrong');
    expectProblem(await door.signIn(email, { recoveryCode: '0000-0000' }), 401, 'auth.second-factor-wrong');
  });

  it('is good once, also for two who use it at the same time', async () => {
    await forgetUsedSteps(api.database.owner);
    const totp = enrolled.app.code();
    const attempts = await Promise.all([1, 2, 3].map(() => new Browser(api.client).signIn(email, { totp })));
    const late = await new Browser(api.client).signIn(email, { totp });

    expect(attempts.map(({ status }) => status).sort()).toEqual([204, 401, 401]);
    expectProblem(late, 401, 'auth.second-factor-wrong');
  });

  it('can be replaced by a recovery code, which is good once', async () => {
    const [recoveryCode = ''] = enrolled.recoveryCodes;
    const fresh = await signedIn({ recoveryCode: recoveryCode.toLowerCase().replaceAll('-', ' ') });

    expect((await fresh.get('/me/factors')).body).toMatchObject({ recoveryCodesLeft: 9 });
    expectProblem(await new Browser(api.client).signIn(email, { recoveryCode }), 401, 'auth.second-factor-wrong');
  });

  it('is checked five times in a quarter of an hour, whatever is guessed', async () => {
    await forgetUsedSteps(api.database.owner);
    const guesses: number[] = [];
    for (let batch = 0; batch < 50; batch += 1) {
      const codes = Array.from({ length: 20 }, (_, at) => String((batch * 20 + at) * 997).padStart(6, '0'));
      const answers = await Promise.all(codes.map((totp) => browser.post('/auth/step-up', { totp })));
      guesses.push(...answers.map(({ status }) => status));
    }
    const [, recoveryCode = ''] = enrolled.recoveryCodes;

    expect(guesses).toHaveLength(1000);
    expect(guesses.filter((status) => status !== 429).length).toBeLessThanOrEqual(5);
    expectProblem(await browser.post('/auth/step-up', { totp: enrolled.app.code() }), 429, 'auth.throttled');
    expectProblem(await browser.post('/auth/step-up', { recoveryCode }), 429, 'auth.throttled');
    const door = await new Browser(api.client).signIn<{ retryAfterSeconds: number }>(email, {
      totp: enrolled.app.code(),
    });
    expectProblem(door, 429, 'auth.throttled');
    expect(door.body.retryAfterSeconds).toBeGreaterThan(800);
  }, 120_000);

  it('must be fresh for what matters, and is so after it was shown again', async () => {
    await forgetUsedSteps(api.database.owner);
    await letFactorsAge(api.database.owner);
    expectProblem(await browser.post('/me/factors/recovery-codes'), 403, 'auth.step-up-required');
    expectProblem(
      await browser.post('/me/factors/totp', { currentPassword: DEMO_PASSWORD }),
      403,
      'auth.step-up-required',
    );
    expectProblem(await browser.post('/auth/step-up', {}), 422, 'auth.second-factor-wrong');
    expectProblem(await browser.post('/auth/step-up', { totp: '123' }), 422, 'auth.second-factor-wrong');

    const shown = await browser.post('/auth/step-up', { totp: enrolled.app.code() });
    const renewed = await browser.post<{ recoveryCodes: string[] }>('/me/factors/recovery-codes');

    expect([shown.status, renewed.status]).toEqual([204, 200]);
    const [old = ''] = enrolled.recoveryCodes.slice(-1);
    expectProblem(await new Browser(api.client).signIn(email, { recoveryCode: old }), 401, 'auth.second-factor-wrong');
    expectProblem(await browser.post('/me/factors/totp', {}), 409, 'auth.factor-exists-already');
    enrolled = { ...enrolled, recoveryCodes: renewed.body.recoveryCodes };
  });

  it('leaves its secret readable to nobody who has the database only', async () => {
    const { rows } = await api.database.owner.query<{ secret: Buffer; code_hash: Buffer }>(
      'SELECT t.secret, c.code_hash FROM identity.totp t JOIN identity.recovery_code c USING (account_id) LIMIT 1',
    );

    expect(rows[0]?.secret.length).toBe(1 + 8 + 12 + 20 + 16);
    expect(rows[0]?.code_hash.length).toBe(32);
  });

  it('can be removed with itself, which ends all other sign-ins and its codes', async () => {
    await forgetUsedSteps(api.database.owner);
    const elsewhere = await signedIn({ totp: enrolled.app.code() });
    await forgetUsedSteps(api.database.owner);
    await browser.post('/auth/step-up', { totp: enrolled.app.code() });

    const removed = await browser.delete('/me/factors/totp');

    expect(removed.status).toBe(204);
    expect((await elsewhere.get('/me')).status).toBe(401);
    expect((await browser.get('/me/factors')).body).toMatchObject({ totp: null, recoveryCodesLeft: 0 });
    expect((await new Browser(api.client).signIn(email)).status).toBe(204);
  });
});
