import { aConcept, aPdf, applicantEditor, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';

describe('GET /applications/{id}/attachments/{attachmentId}/content', () => {
  const api = useApi();
  let journey: Journey;
  let attachmentId = '';

  beforeAll(async () => {
    journey = await driveToState(api.client, 'DRAFT');
    const file = { ...aConcept(), name: 'Konzept für Ä.pdf', content: aPdf('Inhalt') };
    const { body } = await api.client.upload<{ id: string }>(
      `/applications/${journey.applicationId}/attachments`,
      file,
      { kind: 'CONCEPT' },
      { as: journey.editor },
    );
    attachmentId = body.id;
  }, 60_000);

  it.each([applicantEditor('WI'), PERSONAS.caseWorker, PERSONAS.auditor])(
    '200: gives %s the very bytes, to be saved and never run',
    async (as) => {
      const answer = await api.client.get(
        `/applications/${journey.applicationId}/attachments/${attachmentId}/content`,
        { as },
      );

      expect(answer.status).toBe(200);
      expect(answer.bytes).toEqual(aPdf('Inhalt'));
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(answer.headers.get('content-disposition')).toContain('attachment; filename=');
      expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''Konzept%20f%C3%BCr%20%C3%84.pdf");
      expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    },
  );

  it('404: does not hand out an annex under another case', async () => {
    const other = await driveToState(api.client, 'DRAFT', { applicant: 'KS' });

    expect(
      await api.client.get(`/applications/${other.applicationId}/attachments/${attachmentId}/content`, {
        as: PERSONAS.caseWorker,
      }),
    ).toMatchObject({ status: 404 });
  });

  const route = {
    method: 'get',
    path: (id: string) => `/applications/${journey.applicationId}/attachments/${id}/content`,
    as: applicantEditor('WI'),
    notFor: PERSONAS.admin,
    foreigner: applicantEditor('KS'),
    notFound: 'application.attachment-not-found',
  } as const;
  itRefusesStrangers(api, route, () => attachmentId);
});
