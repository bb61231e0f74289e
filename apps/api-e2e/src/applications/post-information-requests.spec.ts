import { applicantSignatory, driveToState, PERSONAS, type Answer, type Journey } from '@wir/shared/testing';
import { itRefusesStrangers, type ProblemBody } from '../guarded-route';
import { useApi } from '../use-api';
import type { ApplicationBody } from './application-body';

const ITEM = { field: 'attachments', reason: 'OUTDATED', text: 'Bitte die Konzeption für 2026 bis 2030 nachreichen.' };

describe('POST /applications/{id}/information-requests', () => {
  const api = useApi();
  let journey: Journey;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'SUBMITTED');
  }, 60_000);

  const ask = <T = ApplicationBody>(body: object, { applicationId } = journey): Promise<Answer<T>> =>
    api.client.post<T>(`/applications/${applicationId}/information-requests`, body, { as: PERSONAS.caseWorker });

  it.each([
    ['no item', { items: [] }, 'input.invalid', 'items'],
    ['an item without text', { items: [{ ...ITEM, text: '' }] }, 'input.invalid', 'items[0].text'],
    [
      'an item of blanks',
      { items: [{ ...ITEM, text: '  \n ' }] },
      'application.information-request-invalid',
      'items[0].text',
    ],
    ['an unknown reason', { items: [{ ...ITEM, reason: 'UGLY' }] }, 'input.invalid', 'items[0].reason'],
    [
      'a day that is not in the future',
      { items: [ITEM], dueDate: '2026-03-02' },
      'application.information-request-invalid',
      'dueDate',
    ],
  ])('400: refuses %s', async (_name, body, code, path) => {
    const answer = await ask<ProblemBody>(body);

    expect(answer).toMatchObject({ status: 400, body: { code } });
    expect(answer.body.errors?.map((error) => error.path)).toEqual([path]);
  });

  it('200: gives the application back with a list and, without a day, the term of three weeks', async () => {
    const answer = await ask({ items: [ITEM] });

    expect(answer).toMatchObject({
      status: 200,
      body: {
        state: 'INFO_REQUESTED',
        dueDate: '2026-03-23',
        informationRequests: [{ state: 'OPEN', items: [ITEM], dueDate: '2026-03-23', createdBy: 'Sabine Berger' }],
      },
    });
  });

  it('200: lets the municipality edit, and names the authority instead of the person', async () => {
    const { body } = await api.client.get<ApplicationBody>(`/applications/${journey.applicationId}`, {
      as: journey.editor,
    });

    expect(body.actions).toContainEqual({ action: 'edit', allowed: true, reasonCode: null });
    expect(body.informationRequests[0]?.createdBy).toBe(
      'Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales',
    );
  });

  it('409: refuses a second one while one is open', async () => {
    expect(await ask<ProblemBody>({ items: [ITEM] })).toMatchObject({
      status: 409,
      body: { code: 'application.wrong-state' },
    });
  });

  it('200: may also be sent during the review, with a day of one’s own', async () => {
    const other = await driveToState(api.client, 'UNDER_REVIEW', { applicant: 'KS' });

    expect(await ask({ items: [ITEM], dueDate: '2026-03-09' }, other)).toMatchObject({
      status: 200,
      body: { state: 'INFO_REQUESTED', dueDate: '2026-03-09' },
    });
  });

  const route = {
    method: 'post',
    path: (id: string) => `/applications/${id}/information-requests`,
    body: { items: [ITEM] },
    as: PERSONAS.caseWorker,
    notFor: applicantSignatory('WI'),
  } as const;
  itRefusesStrangers(api, route, () => journey.applicationId);
});
