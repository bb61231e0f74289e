import { applicantEditor, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';

describe('GET /calls', () => {
  const api = useApi();

  it('200: shows the open call with its module, components and caps', async () => {
    const { status, body } = await api.client.get<{ items: object[] }>('/calls', { as: applicantEditor('WI') });

    expect(status).toBe(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        code: 'WIR-2026',
        programmeCode: 'WIR',
        isOpen: true,
        periodStart: '2026-01-01',
        periodEnd: '2030-12-31',
        modules: [expect.objectContaining({ code: 'DIVERSITY_CENTRE', components: expect.any(Array) })],
      }),
    ]);
    expect(JSON.stringify(body.items)).toContain(
      '"COORDINATOR_POST","title":"WIR-Koordinationskraft","capCentsPerUnitYear":6000000,"maxUnits":2',
    );
  });

  it('400: refuses an unknown sort', async () => {
    expect(await api.client.get('/calls?sort=title', { as: PERSONAS.caseWorker })).toMatchObject({ status: 400 });
  });

  it('401: wants a sign-in', async () => {
    expect(await api.client.get('/calls')).toMatchObject({ status: 401, body: { code: 'auth.not-signed-in' } });
  });
});
