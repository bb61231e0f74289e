import { secretFindings } from './secrets.mjs';

const kindsIn = (text: string, file = 'libs/a/api/src/a.ts'): string[] =>
  secretFindings(file, text).map(({ kind }) => kind);

describe('the search for secrets', () => {
  // Put together here, so that this file holds none of them.
  it.each([
    ['private key', `-----BEGIN ${'PRIVATE'} KEY-----`],
    ['AWS key', `AKIA${'A1B2'.repeat(4)}`],
    ['token of a code host', `ghp_${'a'.repeat(36)}`],
    ['token of a package registry', `npm_${'a'.repeat(36)}`],
    ['JSON web token', `ey${'J0'.repeat(10)}.ey${'J1'.repeat(10)}.${'x'.repeat(20)}`],
    ['address with a password', `postgres://wir_app:${'hunter2'}@db/wir`],
    ['key of 256 bits', `const key = '${'k'.repeat(43)}'`],
    ['password', `const dbPassword = '${'correct-horse'}'`],
  ])('finds a %s', (kind, text) => {
    expect(kindsIn(text)).toContain(kind);
  });

  it.each([
    'postgres://wir_app:password@localhost:5432/wir',
    'postgres://name:passwort@rechner:5432/datenbank',
    "const DEMO_PASSWORD = 'Demo-Zugang-2026!';",
    'postgres://${user}:${encodeURIComponent(password)}@127.0.0.1',
    'POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-postgres-nur-fuer-die-demo}',
    'password: string',
    `smtps://portal:${'hunter2'}@mail.example:465`,
  ])('leaves %j alone', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  it('lets tests type passwords, but not keep keys of others', () => {
    expect(kindsIn(`const newPassword = '${'correct-horse'}'`, 'libs/a/api/src/a.spec.ts')).toEqual([]);
    expect(kindsIn(`const a = 'ghp_${'a'.repeat(36)}'`, 'libs/a/api/src/a.spec.ts')).toHaveLength(1);
  });
});
