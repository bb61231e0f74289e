import { driveToState, PERSONAS, PROGRAMME_YEARS, type Answer, type Journey } from '@wir/shared/testing';
import { itRefusesStrangers, type ProblemBody } from '../guarded-route';
import { useApi } from '../use-api';
import type { ApplicationBody } from './application-body';

const proposal = (proposedCents = 12_000_000): { year: number; proposedCents: number }[] =>
  PROGRAMME_YEARS.map((year) => ({ year, proposedCents }));

describe('POST /applications/{id}/recommendation', () => {
  const api = useApi();
  let journey: Journey;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'CHECKS_ANSWERED');
  }, 60_000);

  const recommend = <T = ProblemBody>(body: object, { applicationId } = journey): Promise<Answer<T>> =>
    api.client.post<T>(`/applications/${applicationId}/recommendation`, body, { as: PERSONAS.caseWorker });

  it.each([
    [
      'more than was requested',
      { years: proposal(12_000_001), reasons: 'x' },
      'application.proposed-over-requested',
      'years[0].proposedCents',
    ],
    [
      'a year nobody asked for',
      { years: [{ year: 2031, proposedCents: 1 }], reasons: 'x' },
      'application.proposed-year-unknown',
      'years[0].year',
    ],
    [
      'a year twice',
      { years: [...proposal(), { year: 2026, proposedCents: 1 }], reasons: 'x' },
      'application.year-duplicate',
      'years[5].year',
    ],
    ['a cut without reasons', { years: proposal(1), reasons: ' ' }, 'application.reasons-missing', 'reasons'],
  ])('409: refuses %s', async (_name, body, code, path) => {
    const answer = await recommend(body);

    expect(answer).toMatchObject({ status: 409, body: { code: 'application.not-recommendable' } });
    expect(answer.body.errors).toContainEqual({ path, code });
  });

  it.each([
    ['no year', { years: [], reasons: '' }],
    ['a negative amount', { years: [{ year: 2026, proposedCents: -1 }], reasons: '' }],
    ['no reasons member', { years: proposal() }],
  ])('400: refuses %s', async (_name, body) => {
    expect(await recommend(body)).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
  });

  it('409: wants every check answered', async () => {
    const answer = await recommend(
      { years: proposal(), reasons: '' },
      await driveToState(api.client, 'UNDER_REVIEW', { applicant: 'KS' }),
    );

    expect(answer.body.errors).toContainEqual({ path: 'checks.ECONOMICAL', code: 'application.check-unanswered' });
  });

  it('200: closes the review with an amount per year', async () => {
    const answer = await recommend<ApplicationBody>({
      years: proposal(10_000_000),
      reasons: 'Eine Stelle wird erst im Herbst besetzt.',
    });

    expect(answer).toMatchObject({
      status: 200,
      body: {
        state: 'REVIEWED',
        recommendation: {
          years: proposal(10_000_000),
          reasons: 'Eine Stelle wird erst im Herbst besetzt.',
          proposedCents: 50_000_000,
        },
      },
    });
  });

  it('409: refuses a second one', async () => {
    expect(await recommend({ years: proposal(), reasons: '' })).toMatchObject({
      status: 409,
      body: { code: 'application.wrong-state' },
    });
  });

  const route = {
    method: 'post',
    path: (id: string) => `/applications/${id}/recommendation`,
    body: { years: proposal(), reasons: '' },
    as: PERSONAS.caseWorker,
    notFor: PERSONAS.headOfUnit,
  } as const;
  itRefusesStrangers(api, route, () => journey.applicationId);
});
