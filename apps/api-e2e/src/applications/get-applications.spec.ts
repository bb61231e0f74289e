import { applicantEditor, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Page {
  readonly items: readonly { readonly id: string; readonly state: string; readonly applicantCode: string }[];
  readonly total: number;
  readonly sumRequestedCents: number;
}

describe('GET /applications', () => {
  const api = useApi();
  let reviewed: Journey;

  beforeAll(async () => {
    reviewed = await driveToState(api.client, 'REVIEWED', { applicant: 'WI' });
    await driveToState(api.client, 'SUBMITTED', { applicant: 'KS', years: [2026] });
    await driveToState(api.client, 'DRAFT', { applicant: 'DA' });
  }, 60_000);

  const list = async (query: string, as: string): Promise<Page> =>
    (await api.client.get<Page>(`/applications${query}`, { as })).body;

  it('200: shows the staff all cases with number and sum of the hits', async () => {
    const page = await list('', PERSONAS.auditor);

    expect(page).toMatchObject({ total: 3, page: 1, pageSize: 50, sumRequestedCents: 72_000_000 });
    expect(page.items.map(({ applicantCode }) => applicantCode)).toEqual(['DA', 'KS', 'WI']);
  });

  it('200: filters, searches, sorts and pages', async () => {
    expect(
      (await list('?state=SUBMITTED,REVIEWED&sort=applicantName', PERSONAS.caseWorker)).items.map(
        ({ applicantCode }) => applicantCode,
      ),
    ).toEqual(['KS', 'WI']);
    expect(await list('?search=wiesbaden', PERSONAS.caseWorker)).toMatchObject({ total: 1 });
    expect(await list(`?search=${reviewed.caseNumber}`, PERSONAS.caseWorker)).toMatchObject({ total: 1 });
    expect(await list('?late=true', PERSONAS.caseWorker)).toMatchObject({ total: 0, items: [], sumRequestedCents: 0 });
    expect(await list('?pageSize=1&page=2&sort=-requestedCents', PERSONAS.caseWorker)).toMatchObject({
      total: 3,
      items: [{ applicantCode: 'KS' }],
    });
  });

  it('200: shows a municipality its own case only, under its public state', async () => {
    expect(await list('', reviewed.editor)).toMatchObject({
      total: 1,
      sumRequestedCents: 60_000_000,
      items: [{ id: reviewed.applicationId, state: 'UNDER_REVIEW', assigneeName: null }],
    });
    expect(await list('?state=REVIEWED', reviewed.editor)).toMatchObject({ total: 0 });
    expect(await list('', applicantEditor('F'))).toMatchObject({ total: 0, items: [] });
  });

  it.each([
    'foo=1',
    'sort=title',
    'state=OPEN',
    'page=0',
    'pageSize=201',
    'late=maybe',
    'applicantId=1',
    'year=x',
    'state=DRAFT&state=SUBMITTED',
  ])('400: refuses ?%s', async (query) => {
    expect(await api.client.get(`/applications?${query}`, { as: PERSONAS.caseWorker })).toMatchObject({ status: 400 });
  });

  it('401: wants a sign-in', async () => {
    expect(await api.client.get('/applications')).toMatchObject({ status: 401 });
  });

  it.each([PERSONAS.admin, PERSONAS.press])('403: refuses %s', async (as) => {
    expect(await api.client.get('/applications', { as })).toMatchObject({ status: 403 });
  });
});
