import { aConcept, applicantEditor, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';
import type { ApplicationBody } from './application-body';

describe('DELETE /applications/{id}/attachments/{attachmentId}', () => {
  const api = useApi();
  let journey: Journey;
  let attachmentId = '';

  beforeAll(async () => {
    journey = await driveToState(api.client, 'DRAFT');
  }, 60_000);
  beforeEach(async () => {
    const { body } = await api.client.upload<{ id: string }>(
      `/applications/${journey.applicationId}/attachments`,
      aConcept(),
      { kind: 'OTHER' },
      { as: journey.editor },
    );
    attachmentId = body.id;
  });

  const pathOf = (id: string): string => `/applications/${journey.applicationId}/attachments/${id}`;
  const read = async (): Promise<ApplicationBody> =>
    (await api.client.get<ApplicationBody>(`/applications/${journey.applicationId}`, { as: journey.editor })).body;

  it('204: takes the annex out of the draft', async () => {
    const { version } = await read();

    const answer = await api.client.delete(pathOf(attachmentId), { as: journey.editor, ifMatch: version });

    expect(answer).toMatchObject({ status: 204, body: '' });
    expect((await read()).attachments.map(({ id }) => id)).not.toContain(attachmentId);
    expect(await api.client.get(`${pathOf(attachmentId)}/content`, { as: journey.editor })).toMatchObject({
      status: 404,
    });
  });

  it('412: refuses a stale version', async () => {
    const { version } = await read();
    await api.client.patch(
      `/applications/${journey.applicationId}`,
      { title: `Titel ${version}` },
      { as: journey.editor, ifMatch: version },
    );

    expect(await api.client.delete(pathOf(attachmentId), { as: journey.editor, ifMatch: version })).toMatchObject({
      status: 412,
      body: { currentVersion: version + 1 },
    });
  });

  it('409: refuses once the application was handed in', async () => {
    const { applicationId, editor } = await driveToState(api.client, 'SUBMITTED', { applicant: 'KS' });
    const { body } = await api.client.get<ApplicationBody>(`/applications/${applicationId}`, { as: editor });
    const path = `/applications/${applicationId}/attachments/${body.attachments[0]?.id}`;

    expect(await api.client.delete(path, { as: editor, ifMatch: body.version })).toMatchObject({
      status: 409,
      body: { code: 'application.wrong-state' },
    });
  });

  const route = {
    method: 'delete',
    path: pathOf,
    as: applicantEditor('WI'),
    notFor: PERSONAS.caseWorker,
    notFound: 'application.attachment-not-found',
  } as const;
  itRefusesStrangers(api, route, () => attachmentId);
});
