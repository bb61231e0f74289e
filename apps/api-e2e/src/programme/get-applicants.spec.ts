import { applicantEditor, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface ApplicantPage {
  readonly items: readonly {
    readonly code: string;
    readonly officialName: string;
    readonly kind: string;
    readonly officialKey: string;
  }[];
  readonly total: number;
}

describe('GET /applicants', () => {
  const api = useApi();

  it('200: lists the 33 municipalities, each role may', async () => {
    const answer = await api.client.get<ApplicantPage>('/applicants?pageSize=200', { as: applicantEditor('WI') });

    expect(answer).toMatchObject({ status: 200, body: { total: 33, page: 1, pageSize: 200 } });
    expect(answer.body.items).toHaveLength(33);
  });

  it('200: shows name and key of the day (Hanau is independent since 2026)', async () => {
    const { body } = await api.client.get<ApplicantPage>('/applicants?search=hanau', { as: PERSONAS.caseWorker });

    expect(body.items).toEqual([
      expect.objectContaining({ code: 'HU', kind: 'kreisfreie_stadt', officialKey: '06415000' }),
    ]);
  });

  it('200: sorts, filters and pages', async () => {
    const { body } = await api.client.get<ApplicantPage>('/applicants?kind=kreisfreie_stadt&sort=-code&pageSize=2', {
      as: PERSONAS.press,
    });

    expect(body.total).toBe(6);
    expect(body.items.map(({ code }) => code)).toEqual(['WI', 'OF']);
  });

  it('400: refuses unknown names, sorts and kinds', async () => {
    for (const query of ['colour=red', 'sort=colour', 'kind=dorf', 'page=0']) {
      expect(await api.client.get(`/applicants?${query}`, { as: PERSONAS.caseWorker })).toMatchObject({ status: 400 });
    }
  });

  it('401: wants a sign-in', async () => {
    expect(await api.client.get('/applicants')).toMatchObject({ status: 401, body: { code: 'auth.not-signed-in' } });
  });
});
