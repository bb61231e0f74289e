import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, type RouteRow } from '@wir/shared/api';
import { routesOf } from './create-app';

const routes = routesOf(readSettings({ WIR_MODE: 'demo' }));
const pinned = JSON.parse(readFileSync(join(__dirname, 'route-roles.snapshot.json'), 'utf8')) as unknown;
const titleOf = ({ method, path }: RouteRow): string => `${method} ${path}`;

describe('the rights of the routes', () => {
  it('are those that were looked at and pinned (renew by main.mjs --print-routes, then read the difference)', () => {
    expect(JSON.parse(JSON.stringify(routes))).toEqual(pinned);
  });

  it('leave only these open to everybody', () => {
    expect(routes.filter((route) => route.permission === null).map(titleOf)).toEqual([
      'POST /api/v1/auth/link',
      'POST /api/v1/auth/login',
      'POST /api/v1/auth/logout',
      'GET /api/v1/auth/methods',
      'GET /api/v1/auth/oidc/:id/callback',
      'GET /api/v1/auth/oidc/:id/start',
      'POST /api/v1/auth/passkey',
      'POST /api/v1/auth/passkey-options',
      'POST /api/v1/auth/password',
      'POST /api/v1/auth/password-reset',
      'POST /api/v1/auth/refresh',
      'POST /api/v1/auth/token',
      'GET /api/v1/demo/accounts',
      'PUT /api/v1/demo/clock',
      'GET /api/v1/demo/mails',
      'GET /health/live',
      'GET /health/ready',
      'GET /metrics',
    ]);
  });

  it('have no demo address in production', () => {
    const production = readSettings({
      WIR_MODE: 'production',
      WIR_JWT_KEY_FILE: 'key',
      WIR_PUBLIC_ORIGIN: 'https://portal.example',
    });

    expect(routesOf(production).filter(({ path }) => path.includes('/demo'))).toEqual([]);
  });

  it('let the court of audit read and write nothing', () => {
    const writing = routes.filter(({ method, roles }) => method !== 'GET' && roles.includes('EXTERNAL_AUDITOR'));

    // A bundle gathers what is there: making one changes nothing of a case.
    expect(writing.filter(({ demands }) => demands !== null).map(titleOf)).toEqual(['POST /api/v1/audit-bundles']);
  });
});
