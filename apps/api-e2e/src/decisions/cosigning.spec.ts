import { createHash } from 'node:crypto';
import { driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { refusesAsUsual } from './usual-refusals';

describe('POST /notices/{id}/cosigning', () => {
  const api = useApi();
  const path = (id: string): string => `/notices/${id}/cosigning`;

  refusesAsUsual(api, {
    path,
    body: {},
    by: PERSONAS.caseWorker,
    notBy: PERSONAS.headOfUnit,
    notFound: 'notice.not-found',
  });

  it('freezes the draft: its hash is that of the preview everybody can read (200)', async () => {
    const { noticeId } = await driveToState(api.client, 'DECIDED', { applicant: 'MR-K', years: [2026] });

    const answer = await api.client.post<{ state: string; documentSha256: string }>(
      path(noticeId),
      {},
      { as: PERSONAS.caseWorkerSecond },
    );

    expect([answer.status, answer.body.state]).toEqual([200, 'IN_COSIGN']);
    const preview = await api.client.get(`/notices/${noticeId}/document?draft=true`, { as: PERSONAS.headOfUnit });
    expect(createHash('sha256').update(preview.bytes).digest('hex')).toBe(answer.body.documentSha256);
  });

  it('makes the person who cosigns the drafter, who may not sign', async () => {
    const journey = await driveToState(api.client, 'DECIDED', { applicant: 'RTK', years: [2026] });
    await api.client.post(path(journey.noticeId), {}, { as: PERSONAS.caseWorkerSecond });

    const { rows } = await api.database.owner.query(
      'SELECT a.email FROM decisions.notice n JOIN identity.account a ON a.id = n.drafted_by_account_id AND a.person_id = n.drafted_by_person_id WHERE n.id = $1',
      [journey.noticeId],
    );

    expect(rows).toEqual([{ email: PERSONAS.caseWorkerSecond }]);
  });

  it('refuses an incomplete notice and lists what is missing (409)', async () => {
    const { noticeId } = await driveToState(api.client, 'DECIDED', { applicant: 'GI', years: [2026] });
    await api.client.patch(
      `/notices/${noticeId}`,
      { texts: { purpose: ' ', payoutRule: '' } },
      { as: PERSONAS.caseWorker, ifMatch: 1 },
    );

    const answer = await api.client.post(path(noticeId), {}, { as: PERSONAS.caseWorker });

    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'notice.incomplete',
        errors: [{ code: 'notice.purpose-missing' }, { code: 'notice.payout-rule-missing' }],
      },
    });
  });

  it('refuses a second time (409)', async () => {
    const { noticeId } = await driveToState(api.client, 'IN_COSIGN', { applicant: 'WZ', years: [2026] });

    const answer = await api.client.post<{ code: string }>(path(noticeId), {}, { as: PERSONAS.caseWorker });

    expect([answer.status, answer.body.code]).toEqual([409, 'notice.wrong-state']);
  });
});
