import { driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { alsoActsAs, refusesAsUsual } from './usual-refusals';

interface Decided {
  readonly state: string;
  readonly awardId: string | null;
  readonly noticeId: string | null;
  readonly decision: { readonly outcome: string } | null;
}

describe('POST /applications/{id}/decision', () => {
  const api = useApi();
  const path = (id: string): string => `/applications/${id}/decision`;
  const approve = { outcome: 'APPROVED', reasons: 'Dem Vorschlag wird gefolgt.' };

  refusesAsUsual(api, {
    path,
    body: approve,
    by: PERSONAS.headOfUnit,
    notBy: PERSONAS.budgetOfficer,
    notFound: 'application.not-found',
  });

  it('refuses an outcome nobody knows (400)', async () => {
    const { applicationId } = await driveToState(api.client, 'DRAFT', { applicant: 'WI' });

    const answer = await api.client.post<{ errors: object[] }>(
      path(applicationId),
      { outcome: 'MAYBE', reasons: '' },
      { as: PERSONAS.headOfUnit },
    );

    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'outcome', code: 'input.not-an-option' }] } });
  });

  it('refuses an application without confirmed budget (409)', async () => {
    const { applicationId } = await driveToState(api.client, 'REVIEWED', { applicant: 'KS', years: [2026] });

    const answer = await api.client.post<{ code: string }>(path(applicationId), approve, { as: PERSONAS.headOfUnit });

    expect([answer.status, answer.body.code]).toEqual([409, 'application.wrong-state']);
  });

  it('grants in full: award, tranches and a draft notice with number and file reference (200)', async () => {
    const { applicationId } = await driveToState(api.client, 'BUDGET_CONFIRMED', {
      applicant: 'F',
      years: [2026, 2027],
    });

    const answer = await api.client.post<Decided>(path(applicationId), approve, { as: PERSONAS.headOfUnit });

    expect([answer.status, answer.body.state, answer.body.decision?.outcome]).toEqual([200, 'APPROVED', 'APPROVED']);
    const notice = await api.client.get(`/notices/${answer.body.noticeId}`, { as: PERSONAS.caseWorker });
    expect(notice.body).toMatchObject({
      kind: 'GRANT',
      state: 'DRAFT',
      noticeNumber: expect.stringMatching(/^WIR-2026-B-\d{4}$/),
      fileReference: expect.stringMatching(/^VI 4 - 58g 0401-0003\/2026\/\d{3}$/),
      awardId: answer.body.awardId,
      court: 'Verwaltungsgericht Frankfurt am Main',
      totalCents: 24_000_000,
      years: [
        { year: 2026, amountCents: 12_000_000 },
        { year: 2027, amountCents: 12_000_000 },
      ],
      warnings: [],
    });
  });

  it('keeps the decision from the municipality until dispatch', async () => {
    const journey = await driveToState(api.client, 'DECIDED', { applicant: 'LDK', years: [2026] });

    const seen = await api.client.get<Decided>(`/applications/${journey.applicationId}`, { as: journey.signatory });
    const notice = await api.client.get<{ code: string }>(`/notices/${journey.noticeId}`, { as: journey.signatory });

    expect(seen.body).toMatchObject({ state: 'UNDER_REVIEW', awardId: null, noticeId: null, decision: null });
    expect([notice.status, notice.body.code]).toEqual([404, 'notice.not-found']);
  });

  it('grants in part when the proposal is lower, and only then (200, 409)', async () => {
    const { applicationId } = await driveToState(api.client, 'BUDGET_CONFIRMED', {
      applicant: 'MR',
      years: [2026],
      proposedCents: 9_000_000,
    });

    const full = await api.client.post(path(applicationId), approve, { as: PERSONAS.headOfUnit });
    const partly = await api.client.post<Decided>(
      path(applicationId),
      { outcome: 'PARTLY_APPROVED', reasons: 'Eine Stelle ist besetzt.' },
      { as: PERSONAS.headOfUnit },
    );

    expect(full).toMatchObject({
      status: 409,
      body: {
        code: 'application.not-decidable',
        errors: [{ path: 'outcome', code: 'application.outcome-needs-full-amount' }],
      },
    });
    expect([partly.status, partly.body.state]).toEqual([200, 'PARTLY_APPROVED']);
    const notice = await api.client.get<{ totalCents: number; texts: { reasons: string } }>(
      `/notices/${partly.body.noticeId}`,
      { as: PERSONAS.caseWorker },
    );
    expect([notice.body.totalCents, notice.body.texts.reasons]).toEqual([9_000_000, 'Eine Stelle ist besetzt.']);
  });

  it('rejects with reasons only, frees the reservation and drafts a rejection without award (200, 409)', async () => {
    const { applicationId } = await driveToState(api.client, 'BUDGET_CONFIRMED', { applicant: 'ERB', years: [2030] });

    const silent = await api.client.post(
      path(applicationId),
      { outcome: 'REJECTED', reasons: ' ' },
      { as: PERSONAS.headOfUnit },
    );
    const rejected = await api.client.post<Decided>(
      path(applicationId),
      { outcome: 'REJECTED', reasons: 'Begonnen vor der Bewilligung.' },
      { as: PERSONAS.headOfUnit },
    );

    expect(silent).toMatchObject({
      status: 409,
      body: { errors: [{ path: 'reasons', code: 'application.reasons-missing' }] },
    });
    expect(rejected.body).toMatchObject({ state: 'REJECTED', awardId: null });
    const notice = await api.client.get(`/notices/${rejected.body.noticeId}`, { as: PERSONAS.caseWorker });
    expect(notice.body).toMatchObject({
      kind: 'REJECTION',
      awardId: null,
      totalCents: 0,
      years: [],
      texts: { reasons: 'Begonnen vor der Bewilligung.' },
    });
    const budget = await api.client.get<{ years: { year: number; reservedCents: number }[] }>('/budget', {
      as: PERSONAS.headOfUnit,
    });
    expect(budget.body.years.find(({ year }) => year === 2030)?.reservedCents).toBe(0);
  });

  it('refuses who reviewed or confirmed the budget, in whatever role (403)', async () => {
    const { applicationId } = await driveToState(api.client, 'BUDGET_CONFIRMED', { applicant: 'ESW', years: [2026] });
    await alsoActsAs(api, PERSONAS.caseWorker, 'HEAD_OF_UNIT');
    await alsoActsAs(api, PERSONAS.budgetOfficer, 'HEAD_OF_UNIT');

    const answers = await Promise.all(
      [PERSONAS.caseWorker, PERSONAS.budgetOfficer].map((as) =>
        api.client.post<{ code: string }>(path(applicationId), approve, { as }),
      ),
    );

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'application.decider-took-part'],
      [403, 'application.decider-took-part'],
    ]);
  });
});
