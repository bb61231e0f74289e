import { driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { refusesAsUsual } from './usual-refusals';

describe('POST /notices/{id}/appeal-waiver', () => {
  const api = useApi();
  const path = (id: string): string => `/notices/${id}/appeal-waiver`;

  refusesAsUsual(api, {
    path,
    body: {},
    by: 'zeichnung@wi.wir.example',
    notBy: 'antrag@wi.wir.example',
    notFound: 'notice.not-found',
  });

  it('is accepted on the day of a handover, before any job has run; notice and award are final (200, 409)', async () => {
    const { noticeId, awardId, signatory } = await driveToState(api.client, 'DISPATCHED', {
      applicant: 'GI-K',
      years: [2026],
      channel: 'HANDOVER',
    });

    const answer = await api.client.post(path(noticeId), {}, { as: signatory });
    const again = await api.client.post<{ code: string }>(path(noticeId), {}, { as: signatory });

    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'FINAL', appealWaivedOn: '2026-03-02', finalOn: '2026-03-02', appealEndsOn: '2026-04-02' },
    });
    expect([again.status, again.body.code]).toEqual([409, 'notice.wrong-state']);
    const { rows } = await api.database.owner.query('SELECT state FROM decisions.award WHERE id = $1', [awardId]);
    expect(rows).toEqual([{ state: 'FINAL' }]);
  });

  it('is refused before notification, with the first day it can be given on (409)', async () => {
    const { noticeId, editor, signatory } = await driveToState(api.client, 'DISPATCHED', {
      applicant: 'HG',
      years: [2026],
      channel: 'PORTAL',
    });

    const unread = await api.client.post(path(noticeId), {}, { as: signatory });
    await api.client.post(`/notices/${noticeId}/retrieval`, {}, { as: editor });
    const early = await api.client.post(path(noticeId), {}, { as: signatory });

    expect(unread).toMatchObject({
      status: 409,
      body: { code: 'notice.waiver-before-notification', earliestDate: null },
    });
    expect(early).toMatchObject({
      status: 409,
      body: {
        code: 'notice.waiver-before-notification',
        earliestDate: '2026-03-03',
        detail: expect.stringContaining('03.03.2026'),
      },
    });
  });

  it('does not know the notice of another municipality (404)', async () => {
    const { noticeId } = await driveToState(api.client, 'DISPATCHED', {
      applicant: 'RUE',
      years: [2026],
      channel: 'HANDOVER',
    });

    expect((await api.client.post(path(noticeId), {}, { as: 'zeichnung@wi.wir.example' })).status).toBe(404);
    expect((await api.client.post(path(noticeId), {}, { as: PERSONAS.headOfUnit })).status).toBe(403);
  });
});
