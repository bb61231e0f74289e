import { applicantEditor, applicantSignatory, driveToState, PERSONAS } from '@wir/shared/testing';
import { randomUUID } from 'node:crypto';
import type { ProblemBody } from '../guarded-route';
import { useApi } from '../use-api';
import type { ApplicationBody } from './application-body';

const BODY = { callCode: 'WIR-2026', moduleCode: 'DIVERSITY_CENTRE' };

describe('POST /applications', () => {
  const api = useApi();

  it('201: begins a draft with the period of the call and the next case number', async () => {
    const first = await api.client.post<ApplicationBody>('/applications', BODY, { as: applicantEditor('WI') });
    const second = await api.client.post<ApplicationBody>('/applications', BODY, { as: applicantEditor('KS') });

    expect(first).toMatchObject({
      status: 201,
      body: {
        caseNumber: 'WIR-2026-0001',
        state: 'DRAFT',
        title: '',
        applicantCode: 'WI',
        periodStart: '2026-01-01',
        periodEnd: '2030-12-31',
        version: 1,
      },
    });
    expect(first.headers.get('etag')).toBe('"1"');
    expect(first.body.problems.map(({ code }) => code)).toContain('application.plan-missing');
    expect(second.body.caseNumber).toBe('WIR-2026-0002');
  });

  it('201: answers a repeated key with the stored answer and begins nothing more', async () => {
    const options = { as: applicantEditor('DA'), idempotencyKey: randomUUID() };

    const [first, again] = [
      await api.client.post('/applications', BODY, options),
      await api.client.post('/applications', BODY, options),
    ];

    expect(again.status).toBe(201);
    expect(again.bytes).toEqual(first.bytes);
  });

  it('409: refuses a second live application, and loses no number by it', async () => {
    const as = applicantEditor('F');
    const { body } = await api.client.post<ApplicationBody>('/applications', BODY, { as });

    expect(await api.client.post('/applications', BODY, { as })).toMatchObject({
      status: 409,
      body: { code: 'application.already-exists' },
    });

    const next = await api.client.post<ApplicationBody>('/applications', BODY, { as: applicantEditor('OF') });
    expect(Number(next.body.caseNumber.slice(-4))).toBe(Number(body.caseNumber.slice(-4)) + 1);
  });

  it('201: allows a new one after the first was taken back', async () => {
    const journey = await driveToState(api.client, 'SUBMITTED', { applicant: 'HU' });
    await api.client.post(`/applications/${journey.applicationId}/withdrawal`, {}, { as: journey.signatory });

    expect(await api.client.post('/applications', BODY, { as: journey.editor })).toMatchObject({ status: 201 });
  });

  it.each([
    ['an unknown call', { ...BODY, callCode: 'WIR-1999' }, 'application.call-unknown', 'callCode'],
    [
      'a module the call does not fund',
      { ...BODY, moduleCode: 'MODEL_PROJECT' },
      'application.module-not-in-call',
      'moduleCode',
    ],
    ['an unknown module', { ...BODY, moduleCode: 'X' }, 'input.invalid', 'moduleCode'],
    ['a missing call', { moduleCode: 'DIVERSITY_CENTRE' }, 'input.invalid', 'callCode'],
    ['a field too many', { ...BODY, applicantId: randomUUID() }, 'input.invalid', 'applicantId'],
  ])('400: refuses %s', async (_name, body, code, path) => {
    const answer = await api.client.post<ProblemBody>('/applications', body, { as: applicantEditor('WI') });

    expect(answer).toMatchObject({ status: 400, body: { code } });
    expect(answer.body.errors?.map((error) => error.path)).toEqual([path]);
  });

  it('401: wants a sign-in', async () => {
    expect(await api.client.post('/applications', BODY)).toMatchObject({ status: 401 });
  });

  it.each([PERSONAS.caseWorker, PERSONAS.admin, applicantSignatory('WI')])('403: refuses %s', async (as) => {
    expect(await api.client.post('/applications', BODY, { as })).toMatchObject({
      status: 403,
      body: { code: 'auth.forbidden' },
    });
  });

  it('428: wants an Idempotency-Key', async () => {
    expect(
      await api.client.post('/applications', BODY, { as: applicantEditor('WI'), idempotencyKey: null }),
    ).toMatchObject({ status: 428 });
  });
});
