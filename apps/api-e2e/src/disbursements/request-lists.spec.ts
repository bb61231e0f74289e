import { driveToState, PERSONAS, startJourney, type Journey } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';

interface Page {
  readonly items: readonly { readonly id: string; readonly applicantName: string; readonly state: string }[];
  readonly total: number;
  readonly sumAmountCents: number;
  readonly sumTotalCents: number;
}

describe('GET /awards and GET /disbursement-requests', () => {
  const api = useApi();
  let submitted: Journey;
  let draft: Journey;
  beforeAll(async () => {
    submitted = await driveToState(api.client, 'REQUEST_SUBMITTED', { applicant: 'WI' });
    draft = await driveToState(api.client, 'REQUEST_DRAFT', { applicant: 'KS', instalmentCents: 100 });
  });
  const list = async (path: string, as: string = PERSONAS.caseWorker): Promise<Page> =>
    (await api.client.get<Page>(path, { as })).body;

  it('count and sum all hits, page by page', async () => {
    const first = await list('/disbursement-requests?pageSize=1&sort=amountCents');
    const second = await list('/disbursement-requests?pageSize=1&sort=amountCents&page=2');

    expect([first, second].flatMap(({ items }) => items.map(({ id }) => id))).toEqual([
      draft.requestId,
      submitted.requestId,
    ]);
    expect(first).toMatchObject({ total: 2, sumAmountCents: 6_000_100 });
    expect(await list('/disbursement-requests?page=7')).toMatchObject({
      items: [],
      total: 2,
      sumAmountCents: 6_000_100,
    });
  });

  it('filter and search', async () => {
    expect((await list('/disbursement-requests?state=SUBMITTED,CHECKED')).items.map(({ id }) => id)).toEqual([
      submitted.requestId,
    ]);
    expect((await list(`/disbursement-requests?awardId=${draft.awardId}&year=2026`)).total).toBe(1);
    expect((await list('/disbursement-requests?year=2027')).total).toBe(0);
    expect((await list(`/disbursement-requests?search=${submitted.caseNumber}`)).items.map(({ id }) => id)).toEqual([
      submitted.requestId,
    ]);
    expect(await list('/awards?state=FINAL&sort=applicantName')).toMatchObject({
      total: 2,
      sumTotalCents: 120_000_000,
    });
    expect((await list('/awards?search=Wiesbaden')).items.map(({ id }) => id)).toEqual([submitted.awardId]);
  });

  it('show a municipality its own only', async () => {
    expect((await list('/disbursement-requests', draft.editor)).items.map(({ id }) => id)).toEqual([draft.requestId]);
    expect((await list('/awards', draft.signatory)).items.map(({ id }) => id)).toEqual([draft.awardId]);
    expect(await list('/awards', startJourney(api.client, { applicant: 'DA' }).editor)).toMatchObject({
      items: [],
      total: 0,
      sumTotalCents: 0,
    });
  });

  it('refuse what they do not know', async () => {
    const as = PERSONAS.caseWorker;
    for (const query of ['sort=iban', 'colour=red', 'state=OPEN', 'pageSize=201', 'year=x']) {
      expectProblem(await api.client.get(`/disbursement-requests?${query}`, { as }), 400, 'input.invalid');
    }
    expectProblem(await api.client.get('/awards'), 401, 'auth.not-signed-in');
    expectProblem(await api.client.get('/disbursement-requests', { as: PERSONAS.press }), 403, 'auth.forbidden');
    expectProblem(await api.client.get('/awards', { as: PERSONAS.admin }), 403, 'auth.forbidden');
  });

  it('show the press what was notified, without bank data', async () => {
    const page = await api.client.get<{ items: { bankAccount: unknown; state: string }[] }>('/awards', {
      as: PERSONAS.press,
    });

    expect(page.body.items).toHaveLength(2);
    expect(page.body.items.every(({ bankAccount }) => bankAccount === null)).toBe(true);
  });

  describe('GET /awards/{id}', () => {
    const route = {
      method: 'get',
      path: (id: string) => `/awards/${id}`,
      as: PERSONAS.caseWorker,
      notFor: PERSONAS.admin,
    } as const;
    itRefusesStrangers(
      api,
      { ...route, foreigner: 'antrag@da.wir.example', notFound: 'award.not-found' },
      () => draft.awardId,
    );

    it('says what stands between the award and money', async () => {
      const { body } = await api.client.get<object>(`/awards/${draft.awardId}`, { as: draft.editor });

      expect(body).toMatchObject({
        state: 'FINAL',
        totalCents: 60_000_000,
        payoutGates: ['NOTIFIED', 'FINAL', 'DECLARATION', 'BANK_DATA', 'NO_BLOCK', 'YEAR_OPEN', 'WITHIN_TRANCHE'].map(
          (code) => ({ code, met: true, earliestDate: null }),
        ),
        actions: [{ action: 'requestDisbursement', allowed: true, reasonCode: null }],
      });
    });
  });

  describe('GET /disbursement-requests/{id}', () => {
    const route = {
      method: 'get',
      path: (id: string) => `/disbursement-requests/${id}`,
      as: PERSONAS.auditor,
      notFor: PERSONAS.press,
    } as const;
    itRefusesStrangers(
      api,
      { ...route, foreigner: 'antrag@da.wir.example', notFound: 'disbursement.not-found' },
      () => draft.requestId,
    );
  });
});
