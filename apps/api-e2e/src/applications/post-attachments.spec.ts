import {
  aConcept,
  applicantEditor,
  driveToState,
  PERSONAS,
  type Answer,
  type Journey,
  type RequestOptions,
} from '@wir/shared/testing';
import { randomUUID } from 'node:crypto';
import type { ProblemBody } from '../guarded-route';
import { useApi } from '../use-api';
import type { ApplicationBody } from './application-body';

describe('POST /applications/{id}/attachments', () => {
  const api = useApi();
  let journey: Journey;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'DRAFT');
  }, 60_000);

  const upload = <T = ProblemBody>(
    file = aConcept(),
    fields: Record<string, string> = { kind: 'CONCEPT' },
    options: RequestOptions = { as: journey.editor },
    id = journey.applicationId,
  ): Promise<Answer<T>> => api.client.upload<T>(`/applications/${id}/attachments`, file, fields, options);
  const read = async (): Promise<ApplicationBody> =>
    (await api.client.get<ApplicationBody>(`/applications/${journey.applicationId}`, { as: journey.editor })).body;

  it('201: stores the annex and names it by what it is', async () => {
    const before = await read();

    const answer = await upload({ ...aConcept(), name: '../Konzept 2026', type: 'application/octet-stream' });

    expect(answer).toMatchObject({
      status: 201,
      body: {
        kind: 'CONCEPT',
        fileName: 'Konzept 2026.pdf',
        mediaType: 'application/pdf',
        uploadedBy: expect.any(String),
      },
    });
    const after = await read();
    expect(after.attachments).toHaveLength(before.attachments.length + 1);
    expect(after.problems.map(({ code }) => code)).not.toContain('application.concept-missing');
  });

  it('201: leaves the version alone, so that an open form stays fresh', async () => {
    const before = await read();

    await upload(aConcept(), { kind: 'OTHER' });

    expect((await read()).version).toBe(before.version);
  });

  it('201: keeps one annex for a repeated key, and 422 for other content under it', async () => {
    const options = { as: journey.editor, idempotencyKey: randomUUID() };
    const first = await upload(aConcept(), { kind: 'OTHER' }, options);
    const count = (await read()).attachments.length;

    const again = await upload(aConcept(), { kind: 'OTHER' }, options);
    const other = await upload(aConcept(), { kind: 'CONCEPT' }, options);

    expect(again.bytes).toEqual(first.bytes);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.key-reused' } });
    expect((await read()).attachments).toHaveLength(count);
  });

  it('422: decides by the content, not by the name', async () => {
    expect(await upload({ name: 'a.pdf', type: 'application/pdf', content: Buffer.from('<script>') })).toMatchObject({
      status: 422,
      body: { code: 'document.type-not-allowed' },
    });
    expect(await upload({ ...aConcept(), content: Buffer.alloc(0) })).toMatchObject({
      status: 422,
      body: { code: 'document.empty' },
    });
  });

  it('413: refuses a file above 25 MB', async () => {
    const content = Buffer.concat([aConcept().content, Buffer.alloc(25 * 1024 * 1024)]);

    expect(await upload({ ...aConcept(), content })).toMatchObject({
      status: 413,
      body: { code: 'input.file-too-large' },
    });
  });

  it('400: refuses an unknown kind, and 415 what is no form', async () => {
    expect(await upload(aConcept(), { kind: 'PHOTO' })).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
    expect(
      await api.client.post(
        `/applications/${journey.applicationId}/attachments`,
        { kind: 'OTHER' },
        { as: journey.editor },
      ),
    ).toMatchObject({ status: 415 });
  });

  it('409: refuses annexes to what was handed in', async () => {
    const { applicationId, editor } = await driveToState(api.client, 'SUBMITTED', { applicant: 'KS' });

    expect(await upload(aConcept(), { kind: 'OTHER' }, { as: editor }, applicationId)).toMatchObject({
      status: 409,
      body: { code: 'application.wrong-state' },
    });
  });

  it('401, 403, 404, 428: refuses strangers and what cannot be repeated safely', async () => {
    expect(await upload(aConcept(), { kind: 'OTHER' }, {})).toMatchObject({ status: 401 });
    expect(await upload(aConcept(), { kind: 'OTHER' }, { as: PERSONAS.caseWorker })).toMatchObject({ status: 403 });
    expect(await upload(aConcept(), { kind: 'OTHER' }, { as: applicantEditor('DA') })).toMatchObject({
      status: 404,
      body: { code: 'application.not-found' },
    });
    expect(await upload(aConcept(), { kind: 'OTHER' }, { as: journey.editor }, randomUUID())).toMatchObject({
      status: 404,
      body: { code: 'application.not-found' },
    });
    expect(await upload(aConcept(), { kind: 'OTHER' }, { as: journey.editor, idempotencyKey: null })).toMatchObject({
      status: 428,
    });
  });
});
