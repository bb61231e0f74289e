import { driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { refusesAsUsual } from './usual-refusals';

describe('POST /notices/{id}/return', () => {
  const api = useApi();
  const path = (id: string): string => `/notices/${id}/return`;
  const body = { remark: 'Bitte die Auflage zur Vakanz ergänzen.' };

  refusesAsUsual(api, {
    path,
    body,
    by: PERSONAS.headOfUnit,
    notBy: PERSONAS.caseWorker,
    notFound: 'notice.not-found',
  });

  it('makes a draft of it again; the old preview can no longer be signed (200, 409)', async () => {
    const { noticeId } = await driveToState(api.client, 'IN_COSIGN', { applicant: 'FD', years: [2026] });
    const { documentSha256 } = (
      await api.client.get<{ documentSha256: string }>(`/notices/${noticeId}`, { as: PERSONAS.headOfUnit })
    ).body;

    const answer = await api.client.post(path(noticeId), body, { as: PERSONAS.headOfUnit });

    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'DRAFT', cosignRemark: body.remark, documentSha256: null },
    });
    await api.client.patch(
      `/notices/${noticeId}`,
      { texts: { closing: 'Neu.' } },
      { as: PERSONAS.caseWorker, ifMatch: 3 },
    );
    const again = await api.client.post<{ documentSha256: string }>(
      `/notices/${noticeId}/cosigning`,
      {},
      { as: PERSONAS.caseWorker },
    );
    expect(again.body.documentSha256).not.toBe(documentSha256);
    const signed = await api.client.post<{ code: string }>(
      `/notices/${noticeId}/signature`,
      { documentSha256 },
      { as: PERSONAS.headOfUnit },
    );
    expect([signed.status, signed.body.code]).toEqual([409, 'notice.document-changed']);
  });

  it('needs a remark (400) and a notice in cosigning (409)', async () => {
    const { noticeId } = await driveToState(api.client, 'DECIDED', { applicant: 'HEF', years: [2026] });

    const silent = await api.client.post(path(noticeId), { remark: '' }, { as: PERSONAS.headOfUnit });
    const early = await api.client.post<{ code: string }>(path(noticeId), body, { as: PERSONAS.headOfUnit });

    expect([silent.status, early.status, early.body.code]).toEqual([400, 409, 'notice.wrong-state']);
  });
});
