import { PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('hostile input', () => {
  const api = useApi();
  const send = async (
    content: string | Uint8Array,
    contentType = 'application/json',
  ): Promise<{ status: number; code: string }> => {
    const body = typeof content === 'string' ? content : Buffer.from(content);
    const answer = await api.client.post<{ code: string }>('/applications', body, {
      as: 'antrag@wi.wir.example',
      headers: { 'content-type': contentType },
    });
    return { status: answer.status, code: answer.body.code };
  };

  it.each([
    ['nested 40 deep', nested(40)],
    ['nested 20,000 deep', nested(10_000)],
    ['an array nested 20,000 deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['invalid UTF-8', Uint8Array.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc3, 0x28, 0x22, 0x7d])],
    ['a NUL character', '{"callCode":"WIR\\u0000","moduleCode":"DIVERSITY_CENTRE"}'],
    ['a lone surrogate', '{"callCode":"WIR\\ud800","moduleCode":"DIVERSITY_CENTRE"}'],
    ['the same key twice', '{"callCode":"WIR-2026","callCode":"X","moduleCode":"DIVERSITY_CENTRE"}'],
    ['an unsafe integer', '{"callCode":"WIR-2026","moduleCode":"DIVERSITY_CENTRE","n":9007199254740993}'],
    ['a number out of range', '{"n":1e400}'],
    ['a prototype', '{"__proto__":{"polluted":true},"callCode":"WIR-2026","moduleCode":"DIVERSITY_CENTRE"}'],
    [
      'fields nobody may set',
      '{"callCode":"WIR-2026","moduleCode":"DIVERSITY_CENTRE","state":"APPROVED","applicantId":"x","version":9}',
    ],
    ['half a document', '{"callCode":'],
    ['an array', '[]'],
    ['nothing', ''],
  ])('gets 400 and never 500: %s', async (_name, content) => {
    const answer = await send(content);

    expect(answer.status).toBe(400);
    expect(answer.code).toMatch(/^input\./);
  });

  it('gets 413 when it is too large and 415 when it is no JSON', async () => {
    const large = await send(JSON.stringify({ callCode: 'x'.repeat(200_000) }));
    const form = await send('callCode=WIR-2026', 'application/x-www-form-urlencoded');

    expect([large.status, form.status]).toEqual([413, 415]);
  });

  it.each([1.5, 0, -1, 1e13, '12000000', '1.000,00', null])('takes only whole cents, not %p', async (amountCents) => {
    const { body } = await api.client.get<{ items: { id: string; version: number }[] }>('/applications', {
      as: 'antrag@hu.wir.example',
    });
    const own =
      body.items[0] ??
      (
        await api.client.post<{ id: string; version: number }>(
          '/applications',
          { callCode: 'WIR-2026', moduleCode: 'DIVERSITY_CENTRE' },
          { as: 'antrag@hu.wir.example' },
        )
      ).body;
    const plan = {
      years: [
        {
          year: 2026,
          expenses: [{ component: 'COORDINATOR_POST', label: 'Stelle', amountCents }],
          income: [],
          requestedCents: 1,
        },
      ],
    };

    const answer = await api.client.put<{ errors: { path: string }[] }>(
      `/applications/${own.id}/financing-plan`,
      plan,
      { as: 'antrag@hu.wir.example', ifMatch: own.version },
    );

    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ path }) => path)).toContain('years[0].expenses[0].amountCents');
  });

  it('gets 400 for a repeated or unknown query parameter, and nobody past the sign-in by tricks with the path', async () => {
    const as = PERSONAS.caseWorker;
    const repeated = await api.client.get('/applications?page=1&page=2', { as });
    const unknown = await api.client.get('/applications?where=1%3D1', { as });
    const tricks = await Promise.all(
      ['//api/v1/me', '/api/v1/../v1/me;x', '/API/V1/me', '/api/v1/%6de', '/api/v1/me/..;/me'].map(async (path) =>
        (await fetch(`${api.client.url}${path}`)).text(),
      ),
    );

    expect([repeated.status, unknown.status]).toEqual([400, 400]);
    expect(tricks.filter((text) => text.includes('permissions'))).toEqual([]);
  });

  it('tells nothing about the machine in any answer', async () => {
    const answers = await Promise.all(
      ['/api/v1/applications', '/api/v1/nope', '/health/live', '/'].map((path) => fetch(`${api.client.url}${path}`)),
    );

    for (const { headers } of answers) {
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });
});
