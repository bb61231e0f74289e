import { driveToState, PERSONAS, startJourney, type Journey } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';

const BODY = { year: 2026, amountCents: 6_000_000, neededUntil: '2026-04-30' };

describe('POST /awards/{id}/disbursement-requests', () => {
  const api = useApi();
  let journey: Journey;
  let path: string;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'BANK_CONFIRMED', { applicant: 'WI' });
    path = `/awards/${journey.awardId}/disbursement-requests`;
  });
  const request = (body: object, as = journey.editor): ReturnType<typeof api.client.post> =>
    api.client.post(path, body, { as });

  it('drafts a request with its three limits', async () => {
    const answer = await request(BODY);

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      requestNumber: 'WIR-2026-M-00001',
      state: 'DRAFT',
      year: 2026,
      amountCents: 6_000_000,
      limits: { trancheOpenCents: 12_000_000, awardOpenCents: 60_000_000, yearCommittedCents: 12_000_000 },
      iban: journey.options.iban,
      check: null,
      order: null,
      version: 1,
    });
  });

  it('is repeated without a second effect under the same key', async () => {
    const idempotencyKey = '11111111-1111-4111-8111-111111111111';
    const first = await api.client.post(path, BODY, { as: journey.editor, idempotencyKey });
    const second = await api.client.post(path, BODY, { as: journey.editor, idempotencyKey });

    expect(second).toMatchObject({ status: 201, body: first.body });
    expectProblem(
      await api.client.post(path, { ...BODY, amountCents: 1 }, { as: journey.editor, idempotencyKey }),
      422,
      'idempotency.key-reused',
    );
  });

  it('is refused above what is open in the year', async () => {
    expectProblem(await request({ ...BODY, amountCents: 12_000_001 }), 409, 'disbursement.exceeds-tranche', {
      openCents: 12_000_000,
      year: 2026,
    });
  });

  it('is refused for a year without a tranche and for one that is not open', async () => {
    expectProblem(await request({ ...BODY, year: 2031 }), 409, 'disbursement.year-without-tranche', { year: 2031 });
    expectProblem(await request({ ...BODY, year: 2027, neededUntil: '2027-04-30' }), 409, 'budget.year-not-open', {
      year: 2027,
    });
  });

  it('is refused before the notice is final, with the day from which it can be', async () => {
    const other = await driveToState(api.client, 'NOTIFIED', { applicant: 'KS' });
    const answer = await api.client.post(`/awards/${other.awardId}/disbursement-requests`, BODY, { as: other.editor });

    expectProblem(answer, 409, 'disbursement.award-not-final', { earliestDate: '2026-04-03' });
  });

  it.each([
    [{ ...BODY, amountCents: 0 }, 'input.invalid'],
    [{ ...BODY, amountCents: -1 }, 'input.invalid'],
    [{ ...BODY, amountCents: 0.5 }, 'input.invalid'],
    [{ ...BODY, neededUntil: '2026-02-30' }, 'input.invalid'],
    [{ ...BODY, neededUntil: '2026-03-01' }, 'disbursement.needed-until-past'],
    [{ year: 2026 }, 'input.invalid'],
    [{ ...BODY, state: 'PAID' }, 'input.invalid'],
  ])('refuses the input %j', async (body, code) => {
    expectProblem(await request(body), 400, code);
  });

  it('asks for a session, the right and the key', async () => {
    expectProblem(await api.client.post(path, BODY), 401, 'auth.not-signed-in');
    expectProblem(await request(BODY, journey.signatory), 403, 'auth.forbidden');
    expectProblem(await request(BODY, PERSONAS.caseWorker), 403, 'auth.forbidden');
    expectProblem(
      await api.client.post(path, BODY, { as: journey.editor, idempotencyKey: null }),
      428,
      'idempotency.key-missing',
    );
  });

  it('knows no award of another municipality', async () => {
    expectProblem(await request(BODY, startJourney(api.client, { applicant: 'DA' }).editor), 404, 'award.not-found');
  });
});
