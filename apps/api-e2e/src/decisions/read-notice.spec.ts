import { randomUUID } from 'node:crypto';
import { continueTo, driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Notice {
  readonly actions: readonly { action: string; allowed: boolean; reasonCode: string | null }[];
  readonly version: number;
}

describe('GET /notices/{id}', () => {
  const api = useApi();

  it('answers with version, ETag and the actions of the person (200)', async () => {
    const { noticeId } = await driveToState(api.client, 'DECIDED', { applicant: 'WI', years: [2026] });

    const answer = await api.client.get<Notice>(`/notices/${noticeId}`, { as: PERSONAS.caseWorker });

    expect([answer.status, answer.headers.get('etag'), answer.body.version]).toEqual([200, '"1"', 1]);
    expect(answer.body.actions.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual([
      'edit',
      'cosign',
    ]);
    const auditor = await api.client.get<Notice>(`/notices/${noticeId}`, { as: PERSONAS.auditor });
    expect(auditor.body.actions).toEqual([]);
  });

  it('exists for the municipality from dispatch on, without remarks, and for no other one (200, 404)', async () => {
    const journey = await driveToState(api.client, 'IN_COSIGN', { applicant: 'HU', years: [2026], channel: 'PORTAL' });
    const own = { as: journey.editor };
    const address = `/notices/${journey.noticeId}`;
    const before = await api.client.get<{ requestId: string }>(address, own);
    await api.client.post(`${address}/return`, { remark: 'Nur intern.' }, { as: PERSONAS.headOfUnit });
    journey.reached = 'DECIDED';
    await continueTo(journey, 'DISPATCHED');

    const after = await api.client.get<Notice>(address, own);
    const foreign = await api.client.get<{ requestId: string }>(address, { as: 'antrag@f.wir.example' });
    const unknown = await api.client.get<{ requestId: string }>(`/notices/${randomUUID()}`, own);

    expect([before.status, after.status, foreign.status, unknown.status]).toEqual([404, 200, 404, 404]);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(after.body).toMatchObject({
      state: 'DISPATCHED',
      cosignRemark: null,
      warnings: [],
      actions: [{ action: 'retrieve', allowed: true }],
    });
  });

  it('refuses an id that is none, the stranger and the press (400, 401, 403)', async () => {
    const answers = await Promise.all([
      api.client.get('/notices/17', { as: PERSONAS.caseWorker }),
      api.client.get(`/notices/${randomUUID()}`),
      api.client.get(`/notices/${randomUUID()}`, { as: PERSONAS.press }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([400, 401, 403]);
  });
});
