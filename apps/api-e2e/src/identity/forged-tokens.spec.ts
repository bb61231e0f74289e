import { readFileSync } from 'node:fs';
import { PERSONAS, testEnvironment } from '@wir/shared/testing';
import jwt, { type SignOptions } from 'jsonwebtoken';
import { useApi } from '../use-api';

const ROUTES = ['/me', '/applications', '/budget', '/audit/events', '/tasks'];

describe('a forged token', () => {
  const api = useApi();
  const key = (): Buffer =>
    Buffer.from(readFileSync(String(testEnvironment().keys['WIR_JWT_KEY_FILE']), 'utf8').trim(), 'base64url');

  /** Fifteen ways to bend a token that is genuine otherwise. */
  async function forgeries(): Promise<[name: string, token: string][]> {
    const genuine = await api.client.token(PERSONAS.headOfUnit);
    const { sub, sid } = jwt.decode(genuine) as { sub: string; sid: string };
    const claims = { typ: 'access', sid };
    const keyid = jwt.decode(genuine, { complete: true })?.header.kid ?? '';
    const usual: SignOptions = {
      subject: sub,
      issuer: 'wir-foerderportal',
      audience: 'wir-api',
      expiresIn: 600,
      keyid,
    };
    const sign = (payload: object, options: SignOptions, secret: Buffer = key()): string =>
      jwt.sign(payload, secret, options);
    const [head, body, signature] = genuine.split('.');
    const unsigned = (algorithm: string): string =>
      `${Buffer.from(JSON.stringify({ alg: algorithm, typ: 'JWT' })).toString('base64url')}.${body}.`;
    const { expiresIn: _none, ...endless } = usual;
    const { keyid: _id, ...nameless } = usual;
    return [
      ['alg none', unsigned('none')],
      ['alg nOnE', unsigned('nOnE')],
      ['another algorithm of the family', sign(claims, { ...usual, algorithm: 'HS512' })],
      ['another key', sign(claims, usual, Buffer.alloc(32, 1))],
      ['kid that walks the disk', sign(claims, { ...usual, keyid: '../../../../dev/null' }, Buffer.alloc(32))],
      ['no end', sign(claims, endless)],
      ['ended', sign(claims, { ...usual, expiresIn: -60 })],
      ['not yet valid', sign(claims, { ...usual, notBefore: 600 })],
      ['another audience', sign(claims, { ...usual, audience: 'other' })],
      ['another issuer', sign(claims, { ...usual, issuer: 'other' })],
      ['refresh as access', sign({ ...claims, typ: 'refresh' }, usual)],
      ['unknown session', sign({ ...claims, sid: 'A'.repeat(43) }, usual)],
      ['empty signature', `${head}.${body}.`],
      ['no key named', sign(claims, nameless)],
      ['two dots more', `${head}.${body}.${signature}..`],
    ];
  }

  it('gets the same 401 on every route, whatever is wrong with it', async () => {
    const answers = await Promise.all(
      (await forgeries()).flatMap(([name, token]) =>
        ROUTES.map(async (route) => {
          const { status, body } = await api.client.get<Record<string, unknown>>(route, { token });
          return { name: `${name} ${route}`, status, body: JSON.stringify({ ...body, requestId: '', instance: '' }) };
        }),
      ),
    );

    expect(answers).toHaveLength(75);
    expect(answers.filter(({ status }) => status !== 401)).toEqual([]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });

  it('is refused with the session of another account', async () => {
    const [head, clerk] = await Promise.all([
      api.client.token(PERSONAS.headOfUnit),
      api.client.token(PERSONAS.caseWorker),
    ]);
    const { sid } = jwt.decode(head) as { sid: string };
    const { sub } = jwt.decode(clerk) as { sub: string };
    const mixed = jwt.sign({ typ: 'access', sid }, key(), {
      keyid: jwt.decode(head, { complete: true })?.header.kid ?? '',
      subject: sub,
      issuer: 'wir-foerderportal',
      audience: 'wir-api',
      expiresIn: 600,
    });

    expect((await api.client.get('/me', { token: mixed })).status).toBe(401);
  });

  it('ends at once when the session is revoked or the role withdrawn', async () => {
    const token = await api.client.token('sachbearbeitung2@wir.example');
    const account = "(SELECT id FROM identity.account WHERE email = 'sachbearbeitung2@wir.example')";

    await api.database.owner.query(
      `UPDATE identity.role_grant SET valid_to = platform.now() WHERE account_id = ${account}`,
    );
    const withoutRole = await api.client.get('/applications', { token });
    await api.database.owner.query(
      `UPDATE identity.session SET revoked_at = clock_timestamp() WHERE account_id = ${account}`,
    );
    const revoked = await api.client.get('/applications', { token });

    expect([withoutRole.status, revoked.status]).toEqual([403, 401]);
  });
});
