import { DEMO_PASSWORD, PERSONAS } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import { forgetFailures, letFactorsAge } from './authenticator';
import { Browser } from './browser';
import { SoftwarePasskey, type CreationOptions, type RequestOptions } from './software-passkey';

interface Offered<Options> {
  readonly challengeId: string;
  readonly options: Options;
}

describe('a passkey', () => {
  const api = useApi();
  const email = PERSONAS.paymentOrderer;
  let browser: Browser;
  let passkey: SoftwarePasskey;
  const offered = async (): Promise<Offered<RequestOptions>> =>
    (await new Browser(api.client).post<Offered<RequestOptions>>('/auth/passkey-options')).body;

  beforeAll(async () => {
    passkey = new SoftwarePasskey(api.client.url);
    browser = new Browser(api.client);
    await browser.signIn(email);
    expectProblem(await browser.post('/me/factors/passkey-options', {}), 422, 'auth.password-wrong');
    const { body } = await browser.post<Offered<CreationOptions>>('/me/factors/passkey-options', {
      currentPassword: DEMO_PASSWORD,
    });
    const { challengeId, options } = body;
    const added = await browser.post<{ id: string; recoveryCodes: string[] }>('/me/factors/passkeys', {
      challengeId,
      name: 'Dienstrechner',
      response: passkey.create(options),
    });
    expect([added.status, added.body.recoveryCodes.length]).toEqual([201, 10]);
  });

  it('signs in by itself, with both factors', async () => {
    const { challengeId, options } = await offered();
    const fresh = new Browser(api.client);
    const answer = await fresh.post('/auth/passkey', { challengeId, response: passkey.sign(options) });

    expect(answer.status).toBe(204);
    expect((await fresh.get('/me')).body).toMatchObject({ email, factorFreshUntil: expect.any(String) as string });
    expect((await fresh.get<{ items: object[] }>('/me/sessions')).body.items[0]).toMatchObject({
      method: 'PASSKEY',
      userAgent: 'Firefox, Linux',
      current: true,
    });
  });

  it.each([
    ['that was signed before', async () => ({ ...(await offered()), signs: 2 })],
    ['for another origin', async () => ({ ...(await offered()), bent: { origin: 'https://evil.example' } })],
    ['without finger, face or PIN', async () => ({ ...(await offered()), bent: { flags: 0x01 } })],
    ['of a counter that went back', async () => ({ ...(await offered()), bent: { counter: 1 } })],
    ['for another host', async () => ({ ...(await offered()), rpId: 'evil.example' })],
    ['for a challenge nobody gave', async () => ({ ...(await offered()), challenge: 'A'.repeat(43) })],
  ])('refuses an answer %s', async (_name, ask) => {
    const asked: Offered<RequestOptions> & { signs?: number; bent?: object; rpId?: string; challenge?: string } =
      await ask();
    const options = {
      challenge: asked.challenge ?? asked.options.challenge,
      rpId: asked.rpId ?? asked.options.rpId,
    };
    const response = passkey.sign(options, asked.bent ?? {});
    const send = () => new Browser(api.client).post('/auth/passkey', { challengeId: asked.challengeId, response });
    if (asked.signs === 2) expect((await send()).status).toBe(204);

    expectProblem(await send(), 401, 'auth.passkey-refused');
  });

  it('refuses another key, another body and what is no answer at all', async () => {
    const stranger = new SoftwarePasskey(api.client.url);
    const [first, second, third] = [await offered(), await offered(), await offered()];
    const door = new Browser(api.client);

    expectProblem(
      await door.post('/auth/passkey', { challengeId: first.challengeId, response: stranger.sign(first.options) }),
      401,
      'auth.passkey-refused',
    );
    expectProblem(
      await door.post('/auth/passkey', { challengeId: second.challengeId, response: { id: 'x' } }),
      401,
      'auth.passkey-refused',
    );
    expectProblem(await door.post('/auth/passkey', { challengeId: third.challengeId }), 401, 'auth.passkey-refused');
  });

  it('is not held up by wrong passwords of others', async () => {
    for (let guess = 0; guess < 7; guess += 1) await new Browser(api.client).signIn(email, {}, 'geraten');
    expectProblem(await new Browser(api.client).signIn(email), 429, 'auth.throttled');
    const { challengeId, options } = await offered();

    expect(
      (await new Browser(api.client).post('/auth/passkey', { challengeId, response: passkey.sign(options) })).status,
    ).toBe(204);
    await forgetFailures(api.database.owner);
  });

  it('makes a sign-in with the password ask for it', async () => {
    expectProblem(await new Browser(api.client).signIn(email), 401, 'auth.second-factor-required', {
      methods: ['PASSKEY', 'RECOVERY'],
    });
  });

  it('is shown again for what matters', async () => {
    await letFactorsAge(api.database.owner);
    expectProblem(await browser.post('/me/factors/passkey-options', {}), 403, 'auth.step-up-required');
    const { body } = await browser.post<Offered<RequestOptions>>('/auth/step-up-options');
    const foreign = await offered();
    const steppedUp = await browser.post('/auth/step-up', {
      challengeId: body.challengeId,
      response: passkey.sign(body.options),
    });

    expect(steppedUp.status).toBe(204);
    expectProblem(
      await browser.post('/auth/step-up', {
        challengeId: foreign.challengeId,
        response: passkey.sign(foreign.options),
      }),
      422,
      'auth.second-factor-wrong',
    );
  });

  it('cannot be entered twice, nor by a challenge of somebody else', async () => {
    const { body } = await browser.post<Offered<CreationOptions>>('/me/factors/passkey-options', {});
    const again = { challengeId: body.challengeId, name: 'noch einmal', response: passkey.create(body.options) };
    const other = new Browser(api.client);
    await other.signIn(PERSONAS.caseWorker);

    expectProblem(await other.post('/me/factors/passkeys', again), 422, 'auth.passkey-refused');
    const { body: own } = await browser.post<Offered<CreationOptions>>('/me/factors/passkey-options', {});
    const known = { challengeId: own.challengeId, name: 'noch einmal', response: passkey.create(own.options) };
    expectProblem(await browser.post('/me/factors/passkeys', known), 409, 'auth.passkey-known-already');
  });

  it('is removed by its holder only', async () => {
    const { body } = await browser.get<{ passkeys: { id: string; name: string }[] }>('/me/factors');
    const [held] = body.passkeys;
    const other = new Browser(api.client);
    await other.signIn(PERSONAS.caseWorker);

    expect(held?.name).toBe('Dienstrechner');
    expectProblem(await other.delete(`/me/factors/passkeys/${held?.id}`), 404, 'auth.factor-not-found');
    expect((await browser.delete(`/me/factors/passkeys/${held?.id}`)).status).toBe(204);
    const { challengeId, options } = await offered();
    expectProblem(
      await new Browser(api.client).post('/auth/passkey', { challengeId, response: passkey.sign(options) }),
      401,
      'auth.passkey-refused',
    );
  });
});
