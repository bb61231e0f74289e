import { driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { refusesAsUsual } from './usual-refusals';

describe('POST /notices/{id}/retrieval', () => {
  const api = useApi();
  const path = (id: string): string => `/notices/${id}/retrieval`;

  refusesAsUsual(api, {
    path,
    body: {},
    by: 'antrag@wi.wir.example',
    notBy: PERSONAS.caseWorker,
    notFound: 'notice.not-found',
  });

  it('notifies from the next day on; the first time counts (200, 409)', async () => {
    const { noticeId, editor, signatory } = await driveToState(api.client, 'DISPATCHED', {
      applicant: 'ESW',
      years: [2026],
      channel: 'PORTAL',
    });

    const first = await api.client.post(path(noticeId), {}, { as: editor });
    const second = await api.client.post<{ code: string }>(path(noticeId), {}, { as: signatory });

    expect(first).toMatchObject({
      status: 200,
      body: {
        state: 'DISPATCHED',
        retrievedOn: '2026-03-02',
        deemedNotifiedOn: '2026-03-03',
        appealEndsOn: '2026-04-07',
        finalOn: '2026-04-08',
      },
    });
    expect([second.status, second.body.code]).toEqual([409, 'notice.already-retrieved']);
  });

  it('is what opens the letter to the municipality; the authority reads it before (409, 200)', async () => {
    const { noticeId, editor } = await driveToState(api.client, 'DISPATCHED', {
      applicant: 'MTK',
      years: [2026],
      channel: 'PORTAL',
    });
    const letter = `/notices/${noticeId}/document`;

    const before = await api.client.get<{ code: string }>(letter, { as: editor });
    const authority = await api.client.get(letter, { as: PERSONAS.caseWorker });
    await api.client.post(path(noticeId), {}, { as: editor });
    const after = await api.client.get(letter, { as: editor });

    expect([before.status, before.body.code]).toEqual([409, 'notice.not-retrieved']);
    expect([authority.status, after.status, after.headers.get('content-type')]).toEqual([200, 200, 'application/pdf']);
  });

  it('does not know the notice of another municipality, nor one that is not dispatched (404)', async () => {
    const dispatched = await driveToState(api.client, 'DISPATCHED', {
      applicant: 'KS-K',
      years: [2026],
      channel: 'PORTAL',
    });
    const signed = await driveToState(api.client, 'SIGNED', { applicant: 'FD-K', years: [2026] });

    const foreign = await api.client.post(path(dispatched.noticeId), {}, { as: 'antrag@wi.wir.example' });
    const early = await api.client.post(path(signed.noticeId), {}, { as: signed.editor });

    expect([foreign.status, early.status]).toEqual([404, 404]);
  });

  it('refuses what came by post (409)', async () => {
    const { noticeId, editor } = await driveToState(api.client, 'DISPATCHED', {
      applicant: 'OF-K',
      years: [2026],
      channel: 'POST',
    });

    const answer = await api.client.post<{ code: string }>(path(noticeId), {}, { as: editor });

    expect([answer.status, answer.body.code]).toEqual([409, 'notice.not-in-portal']);
  });
});
