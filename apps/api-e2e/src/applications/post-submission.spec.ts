import {
  applicantEditor,
  applicantSignatory,
  driveToState,
  moveClockTo,
  PERSONAS,
  type Answer,
  type Journey,
} from '@wir/shared/testing';
import { randomUUID } from 'node:crypto';
import { itRefusesStrangers, type ProblemBody } from '../guarded-route';
import { useApi } from '../use-api';
import type { ApplicationBody } from './application-body';

describe('POST /applications/{id}/submission', () => {
  const api = useApi();
  let journey: Journey;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'FILLED');
  }, 60_000);

  const submit = <T = ApplicationBody>(
    { applicationId, signatory }: Journey,
    idempotencyKey = randomUUID(),
  ): Promise<Answer<T>> =>
    api.client.post<T>(`/applications/${applicationId}/submission`, {}, { as: signatory, idempotencyKey });
  const submissionsOf = async (
    id: string,
  ): Promise<{ content: { title: string; attachments: object[] }; content_sha256: string }[]> =>
    (
      await api.database.owner.query(
        'SELECT content, content_sha256 FROM applications.submission WHERE application_id = $1 ORDER BY number',
        [id],
      )
    ).rows;

  it('200: hands the draft in once, freezes it and keeps the moment of receipt', async () => {
    const key = randomUUID();

    const answers = await Promise.all([submit(journey, key), submit(journey, key), submit(journey, key)]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[0]?.body).toMatchObject({
      state: 'SUBMITTED',
      submissionCount: 1,
      late: false,
      submittedAt: expect.any(String),
    });
    expect(await submissionsOf(journey.applicationId)).toEqual([
      {
        content: expect.objectContaining({
          title: 'WIR-Vielfaltszentrum',
          attachments: [expect.objectContaining({ sha256: expect.any(String) })],
        }),
        content_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('409: refuses a second submission', async () => {
    expect(await submit<ProblemBody>(journey)).toMatchObject({
      status: 409,
      body: { code: 'application.wrong-state' },
    });
  });

  it('200: answers an information request, keeps the first receipt and the earlier snapshot', async () => {
    const path = `/applications/${journey.applicationId}`;
    const items = [{ field: 'title', reason: 'INCORRECT', text: 'Bitte den Ort nennen.' }];
    const asked = await api.client.post<ApplicationBody>(
      `${path}/information-requests`,
      { items },
      { as: PERSONAS.caseWorker },
    );
    await api.client.patch(
      path,
      { title: 'WIR-Vielfaltszentrum Wiesbaden' },
      { as: journey.editor, ifMatch: asked.body.version },
    );

    const { body } = await submit(journey);

    expect(body).toMatchObject({
      state: 'SUBMITTED',
      submissionCount: 2,
      dueDate: null,
      informationRequests: [{ state: 'ANSWERED', answeredAt: expect.any(String) }],
    });
    expect(body.submittedAt).toBe(asked.body.submittedAt);
    expect((await submissionsOf(journey.applicationId)).map(({ content }) => content.title)).toEqual([
      'WIR-Vielfaltszentrum',
      'WIR-Vielfaltszentrum Wiesbaden',
    ]);
  });

  it('409: names all that is missing', async () => {
    const answer = await submit<ProblemBody>(await driveToState(api.client, 'DRAFT', { applicant: 'KS' }));

    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'application.not-submittable', detail: 'Der Antrag ist noch nicht vollständig.' },
    });
    expect(answer.body.errors).toContainEqual({ path: 'years', code: 'application.plan-missing' });
  });

  const route = {
    method: 'post',
    path: (id: string) => `/applications/${id}/submission`,
    as: applicantSignatory('WI'),
    notFor: applicantEditor('WI'),
    foreigner: applicantSignatory('KS'),
  } as const;
  itRefusesStrangers(api, route, () => journey.applicationId);

  it('200: marks an application as late after the term of the call, and refuses it only after a cut-off', async () => {
    const [late, refused] = [
      await driveToState(api.client, 'FILLED', { applicant: 'DA' }),
      await driveToState(api.client, 'FILLED', { applicant: 'F' }),
    ];
    await api.database.owner.query("UPDATE programme.funding_call SET closes_on = '2026-03-02'");
    await moveClockTo(api.client, '2026-03-03');

    expect(await submit(late)).toMatchObject({ status: 200, body: { late: true } });

    await api.database.owner.query('UPDATE programme.funding_call SET is_cut_off = true');
    expect(await submit<ProblemBody>(refused)).toMatchObject({
      status: 409,
      body: { code: 'application.call-closed' },
    });
  });
});
