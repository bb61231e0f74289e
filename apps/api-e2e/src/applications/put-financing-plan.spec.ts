import {
  aFinancingPlan,
  aPlanYear,
  applicantEditor,
  applicantSignatory,
  driveToState,
  type Answer,
  type Journey,
} from '@wir/shared/testing';
import { itRefusesStrangers, type ProblemBody } from '../guarded-route';
import { useApi } from '../use-api';
import type { ApplicationBody } from './application-body';

const POST = { component: 'COORDINATOR_POST', label: 'Koordination', fte: 1, months: 12, amountCents: 7_000_000 };
const YEAR = {
  year: 2026,
  expenses: [POST],
  income: [{ kind: 'OWN', label: 'Eigenmittel', amountCents: 1_000_000 }],
  requestedCents: 6_000_000,
};

describe('PUT /applications/{id}/financing-plan', () => {
  const api = useApi();
  let journey: Journey;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'DRAFT');
  }, 60_000);

  const version = async (): Promise<number> =>
    (await api.client.get<ApplicationBody>(`/applications/${journey.applicationId}`, { as: journey.editor })).body
      .version;
  const put = async <T = ApplicationBody>(years: readonly object[], ifMatch?: number): Promise<Answer<T>> =>
    api.client.put<T>(
      `/applications/${journey.applicationId}/financing-plan`,
      { years },
      { as: journey.editor, ifMatch: ifMatch ?? (await version()) },
    );

  it('200: stores the plan as a whole, years in order, and sums what is requested', async () => {
    const before = await version();

    const answer = await put([{ ...YEAR, year: 2027 }, YEAR]);

    expect(answer).toMatchObject({
      status: 200,
      body: { requestedCents: 12_000_000, version: before + 1, years: [YEAR, { year: 2027 }] },
    });
    expect((await put([YEAR])).body).toMatchObject({ requestedCents: 6_000_000, years: [{ year: 2026 }] });
  });

  it('200: takes the same plan as no change', async () => {
    const first = await put([YEAR]);

    expect((await put([YEAR])).body.version).toBe(first.body.version);
  });

  it.each([
    [
      'a year that does not balance',
      [{ ...YEAR, requestedCents: 5_999_999 }],
      'application.plan-unbalanced',
      'years[0]',
    ],
    ['a year outside the period', [YEAR, { ...YEAR, year: 2031 }], 'application.year-outside-period', 'years[1].year'],
    ['a year given twice', [YEAR, YEAR], 'application.year-duplicate', 'years[1].year'],
    [
      'more than the cap of the post',
      [{ ...YEAR, income: [], requestedCents: 7_000_000 }],
      'application.requested-over-cap',
      'years[0].requestedCents',
    ],
    [
      'a third post',
      [{ ...YEAR, expenses: [{ ...POST, fte: 2.01 }] }],
      'application.fte-over-limit',
      'years[0].expenses[0].fte',
    ],
    ['no year', [], 'application.plan-missing', 'years'],
  ])('400: refuses %s, with the path', async (_name, years, code, path) => {
    const before = await version();

    const answer = await put<ProblemBody>(years);

    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'application.plan-invalid', errors: expect.arrayContaining([{ path, code }]) },
    });
    expect(await version()).toBe(before);
  });

  it.each([
    ['an amount of zero', { amountCents: 0 }],
    ['a fraction of a cent', { amountCents: 1.5 }],
    ['a number no longer exact', { amountCents: 2 ** 53 }],
    ['three decimals of a post', { fte: 0.333 }],
    ['thirteen months', { months: 13 }],
    ['an unknown component', { component: 'YACHT' }],
  ])('400: refuses %s', async (_name, line) => {
    expect(await put([{ ...YEAR, expenses: [{ ...POST, ...line }] }])).toMatchObject({ status: 400 });
  });

  it('412: refuses a stale version', async () => {
    expect(await put([YEAR], (await version()) - 1)).toMatchObject({
      status: 412,
      body: { code: 'platform.version-stale' },
    });
  });

  it('409: refuses to change what waits for its signature', async () => {
    const { applicationId, editor } = await driveToState(api.client, 'FILLED', { applicant: 'KS' });
    const { body } = await api.client.post<ApplicationBody>(
      `/applications/${applicationId}/signature-request`,
      {},
      { as: editor },
    );

    expect(
      await api.client.put(
        `/applications/${applicationId}/financing-plan`,
        { years: [YEAR] },
        { as: editor, ifMatch: body.version },
      ),
    ).toMatchObject({
      status: 409,
      body: { code: 'application.wrong-state' },
    });
  });

  const route = {
    method: 'put',
    path: (id: string) => `/applications/${id}/financing-plan`,
    body: aFinancingPlan([aPlanYear(2026)]),
    as: applicantEditor('WI'),
    notFor: applicantSignatory('WI'),
    foreigner: applicantEditor('KS'),
  } as const;
  itRefusesStrangers(api, route, () => journey.applicationId);
});
