import { continueTo, driveToState, PERSONAS, startJourney, type Journey } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';

const BODY = { iban: 'DE89 3704 0044 0532 0130 00', accountHolder: 'Magistrat der Stadt Wiesbaden' };

interface Award {
  readonly version: number;
  readonly declarationReceivedOn: string | null;
  readonly bankAccount: { readonly id: string; readonly iban: string; readonly state: string } | null;
  readonly payoutAccount: { readonly iban: string } | null;
  readonly payoutGates: readonly { readonly code: string; readonly met: boolean }[];
}

describe('PUT /awards/{id}/declaration', () => {
  const api = useApi();
  let journey: Journey;
  let path: string;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'NOTIFIED', { applicant: 'WI' });
    path = `/awards/${journey.awardId}/declaration`;
  });

  const award = async (): Promise<Award> =>
    (await api.client.get<Award>(`/awards/${journey.awardId}`, { as: journey.signatory })).body;
  const declare = async (body: object, as = journey.signatory): ReturnType<typeof api.client.put<Award>> =>
    api.client.put<Award>(path, body, { as, ifMatch: (await award()).version });

  it('proposes bank data, from the day of notification on', async () => {
    const answer = await declare(BODY);

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      declarationReceivedOn: '2026-03-02',
      bankAccount: { iban: 'DE89370400440532013000', state: 'PROPOSED', accountHolder: BODY.accountHolder },
      payoutAccount: null,
    });
    expect(answer.headers.get('etag')).toBe(`"${answer.body.version}"`);
    expect(answer.body.payoutGates.find(({ code }) => code === 'DECLARATION')?.met).toBe(true);
    expect(answer.body.payoutGates.find(({ code }) => code === 'BANK_DATA')?.met).toBe(false);
  });

  it('replaces what was proposed before by the newer data', async () => {
    const first = (await award()).bankAccount;
    const answer = await declare({ ...BODY, iban: 'DE75512108001245126199' });

    expect(answer.body.bankAccount?.id).not.toBe(first?.id);
    const list = await api.client.get<{ items: { id: string; state: string }[] }>('/bank-accounts', {
      as: PERSONAS.caseWorker,
    });
    expect(list.body.items.find(({ id }) => id === first?.id)?.state).toBe('SUPERSEDED');
  });

  it.each([
    'DE89370400440532013001',
    'DE8937040044053201300',
    'XX89370400440532013000',
    'keine IBAN',
    'US64SVBKUS6S3300958879',
  ])('refuses the IBAN %s', async (iban) => {
    expectProblem(await declare({ ...BODY, iban }), 400, 'bank-account.iban-invalid', {
      errors: [{ path: 'iban', code: 'bank-account.iban-invalid' }],
    });
  });

  it('refuses what the contract does not know', async () => {
    expectProblem(await declare({ ...BODY, accountHolder: '' }), 400, 'input.invalid', {
      errors: [{ path: 'accountHolder' }],
    });
    expectProblem(await declare({ ...BODY, state: 'CONFIRMED' }), 400, 'input.invalid');
  });

  it('is refused before the notice is notified', async () => {
    const other = await driveToState(api.client, 'DISPATCHED', { applicant: 'KS', channel: 'POST' });
    const before = await api.client.get<Award>(`/awards/${other.awardId}`, { as: other.signatory });
    const answer = await api.client.put(`/awards/${other.awardId}/declaration`, BODY, {
      as: other.signatory,
      ifMatch: before.body.version,
    });

    expectProblem(answer, 409, 'award.not-notified', { earliestDate: '2026-03-06' });
  });

  it('asks for a session, the right and the version', async () => {
    expectProblem(await api.client.put(path, BODY, { ifMatch: 1 }), 401, 'auth.not-signed-in');
    expectProblem(await declare(BODY, journey.editor), 403, 'auth.forbidden');
    expectProblem(await declare(BODY, PERSONAS.caseWorker), 403, 'auth.forbidden');
    expectProblem(await api.client.put(path, BODY, { as: journey.signatory }), 428, 'platform.if-match-missing');
    const { version } = await award();
    expectProblem(
      await api.client.put(path, BODY, { as: journey.signatory, ifMatch: version - 1 }),
      412,
      'platform.version-stale',
      {
        currentVersion: version,
      },
    );
  });

  it('knows no award of another municipality, and none before its notice was sent', async () => {
    const stranger = startJourney(api.client, { applicant: 'DA' }).signatory;
    expectProblem(await api.client.put(path, BODY, { as: stranger, ifMatch: 1 }), 404, 'award.not-found');
    const unsent = await driveToState(api.client, 'SIGNED', { applicant: 'HU' });
    expectProblem(
      await api.client.put(`/awards/${unsent.awardId}/declaration`, BODY, { as: unsent.signatory, ifMatch: 1 }),
      404,
      'award.not-found',
    );
  });

  it('needs no second confirmation for data that are confirmed already', async () => {
    const other = await continueTo(await driveToState(api.client, 'NOTIFIED', { applicant: 'OF' }), 'BANK_CONFIRMED');
    const before = await api.client.get<Award>(`/awards/${other.awardId}`, { as: other.signatory });
    const again = { iban: other.options.iban, accountHolder: 'Kommune OF' };
    const answer = await api.client.put<Award>(`/awards/${other.awardId}/declaration`, again, {
      as: other.signatory,
      ifMatch: before.body.version,
    });

    expect(answer.body.bankAccount).toMatchObject({ id: other.bankAccountId, state: 'CONFIRMED' });
  });
});
