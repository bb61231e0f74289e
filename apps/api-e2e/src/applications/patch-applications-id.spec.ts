import {
  anApplicationPatch,
  applicantEditor,
  driveToState,
  PERSONAS,
  type Answer,
  type Journey,
} from '@wir/shared/testing';
import { itRefusesStrangers, type ProblemBody } from '../guarded-route';
import { useApi } from '../use-api';
import type { ApplicationBody } from './application-body';

describe('PATCH /applications/{id}', () => {
  const api = useApi();
  let journey: Journey;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'DRAFT');
  }, 60_000);

  const version = async (): Promise<number> =>
    (await api.client.get<ApplicationBody>(`/applications/${journey.applicationId}`, { as: journey.editor })).body
      .version;
  const patch = async <T = ApplicationBody>(body: object, ifMatch?: number): Promise<Answer<T>> =>
    api.client.patch<T>(`/applications/${journey.applicationId}`, body, {
      as: journey.editor,
      ifMatch: ifMatch ?? (await version()),
    });

  it('200: saves the fields that are given and counts the version on', async () => {
    const before = await version();

    const answer = await patch({
      title: '  Haus der Vielfalt ',
      declarations: {
        noPrematureStart: true,
        totalFinancingSecured: false,
        noDoubleFunding: true,
        noInputTaxDeduction: false,
      },
    });

    expect(answer).toMatchObject({
      status: 200,
      body: {
        title: 'Haus der Vielfalt',
        purpose: '',
        version: before + 1,
        declarations: { noPrematureStart: true, totalFinancingSecured: false },
      },
    });
    expect(answer.headers.get('etag')).toBe(`"${before + 1}"`);
    expect(answer.body.problems).toContainEqual({
      path: 'declarations.totalFinancingSecured',
      code: 'application.declaration-missing',
    });
  });

  it('200: takes what is there already as no change', async () => {
    const first = await patch(anApplicationPatch());
    const again = await patch(anApplicationPatch());

    expect(again.body.version).toBe(first.body.version);
  });

  it.each([
    ['a period before the call', { periodStart: '2025-12-31' }, 'application.period-outside-call', 'periodStart'],
    [
      'a period that ends before it begins',
      { periodStart: '2027-01-01', periodEnd: '2026-12-31' },
      'application.period-empty',
      'periodEnd',
    ],
    ['a day that does not exist', { periodEnd: '2026-02-30' }, 'input.invalid', 'periodEnd'],
    [
      'half a declaration',
      { declarations: { noPrematureStart: true } },
      'input.invalid',
      'declarations.totalFinancingSecured',
    ],
    ['a field that is not the applicant’s', { state: 'APPROVED' }, 'input.invalid', 'state'],
    ['a text with a hidden direction', { title: 'a\u202Eb' }, 'input.invalid', 'title'],
  ])('400: refuses %s', async (_name, body, code, path) => {
    const answer = await patch<ProblemBody>(body);

    expect(answer).toMatchObject({ status: 400, body: { code } });
    expect(answer.body.errors?.map((error) => error.path)).toContain(path);
  });

  it('412: refuses a stale version and names the present one', async () => {
    const current = (await patch({ title: 'Eins' })).body.version;

    expect(await patch<ProblemBody>({ title: 'Zwei' }, current - 1)).toMatchObject({
      status: 412,
      body: { code: 'platform.version-stale', currentVersion: current },
    });
  });

  it('412: lets one of two writers on the same version win', async () => {
    const current = await version();

    const answers = await Promise.all([patch({ title: 'A' }, current), patch({ title: 'B' }, current)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('409: refuses to change what was handed in', async () => {
    const handedIn = await driveToState(api.client, 'SUBMITTED', { applicant: 'KS' });
    const path = `/applications/${handedIn.applicationId}`;
    const { body } = await api.client.get<ApplicationBody>(path, { as: handedIn.editor });

    expect(
      await api.client.patch(path, { title: 'Neu' }, { as: handedIn.editor, ifMatch: body.version }),
    ).toMatchObject({ status: 409, body: { code: 'application.wrong-state' } });
  });

  const route = {
    method: 'patch',
    path: (id: string) => `/applications/${id}`,
    body: { title: 'x' },
    as: applicantEditor('WI'),
    notFor: PERSONAS.caseWorker,
    foreigner: applicantEditor('KS'),
  } as const;
  itRefusesStrangers(api, route, () => journey.applicationId);
});
