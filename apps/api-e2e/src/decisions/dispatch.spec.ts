import { driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { refusesAsUsual } from './usual-refusals';

describe('POST /notices/{id}/dispatch', () => {
  const api = useApi();
  const path = (id: string): string => `/notices/${id}/dispatch`;
  const as = PERSONAS.caseWorker;

  refusesAsUsual(api, {
    path,
    body: { channel: 'POST', date: '2026-03-02' },
    by: as,
    notBy: PERSONAS.headOfUnit,
    notFound: 'notice.not-found',
  });

  it.each([
    ['POST', 'GG', { deemedNotifiedOn: '2026-03-06', appealEndsOn: '2026-04-07', finalOn: '2026-04-08' }],
    ['HANDOVER', 'HP', { deemedNotifiedOn: '2026-03-02', appealEndsOn: '2026-04-02', finalOn: '2026-04-03' }],
    ['PORTAL', 'DI', { deemedNotifiedOn: null, appealEndsOn: null, finalOn: null }],
  ])('by %s computes the legal dates (200)', async (channel, applicant, dates) => {
    const { noticeId } = await driveToState(api.client, 'SIGNED', { applicant, years: [2026] });

    const answer = await api.client.post(path(noticeId), { channel, date: '2026-03-02' }, { as });

    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'DISPATCHED', channel, dispatchedOn: '2026-03-02', ...dates },
    });
  });

  it('refuses a day to come, a day before the signature (422) and what is no day or channel (400)', async () => {
    const { noticeId } = await driveToState(api.client, 'SIGNED', { applicant: 'MKK', years: [2026] });

    const answers = await Promise.all(
      [
        { channel: 'POST', date: '2026-03-03' },
        { channel: 'POST', date: '2026-03-01' },
        { channel: 'POST', date: '2026-02-30' },
        { channel: 'PIGEON', date: '2026-03-02' },
      ].map((body) => api.client.post<{ code: string }>(path(noticeId), body, { as })),
    );

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'notice.dispatch-in-future'],
      [422, 'notice.dispatch-before-signature'],
      [400, 'input.invalid'],
      [400, 'input.invalid'],
    ]);
  });

  it('refuses a notice that is not signed (409)', async () => {
    const { noticeId } = await driveToState(api.client, 'IN_COSIGN', { applicant: 'MTK', years: [2026] });

    const answer = await api.client.post<{ code: string }>(
      path(noticeId),
      { channel: 'POST', date: '2026-03-02' },
      { as },
    );

    expect([answer.status, answer.body.code]).toEqual([409, 'notice.wrong-state']);
  });
});
