import { createHash, randomUUID } from 'node:crypto';
import { driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { alsoActsAs, refusesAsUsual } from './usual-refusals';

interface Signed {
  readonly state: string;
  readonly documentSha256: string;
}

interface Budget {
  readonly years: readonly { readonly year: number; readonly reservedCents: number; readonly committedCents: number }[];
  readonly commitmentAuthorisations: readonly {
    readonly budgetYear: number;
    readonly dueYear: number;
    readonly usedCents: number;
  }[];
}

describe('POST /notices/{id}/signature', () => {
  const api = useApi();
  const path = (id: string): string => `/notices/${id}/signature`;

  refusesAsUsual(api, {
    path,
    body: { documentSha256: 'a'.repeat(64) },
    by: PERSONAS.headOfUnit,
    notBy: PERSONAS.caseWorker,
    notFound: 'notice.not-found',
  });

  const previewOf = async ({ noticeId }: Journey): Promise<string> =>
    (await api.client.get<Signed>(`/notices/${noticeId}`, { as: PERSONAS.headOfUnit })).body.documentSha256;

  it('commits every year and takes the authorisations of later years, in the same moment (200)', async () => {
    const journey = await driveToState(api.client, 'IN_COSIGN', { applicant: 'WI', years: [2026, 2027, 2028] });
    const documentSha256 = await previewOf(journey);
    const options = { as: PERSONAS.headOfUnit, idempotencyKey: randomUUID() };

    const answer = await api.client.post<Signed>(path(journey.noticeId), { documentSha256 }, options);
    const again = await api.client.post<Signed>(path(journey.noticeId), { documentSha256 }, options);

    expect(answer).toMatchObject({ status: 200, body: { state: 'SIGNED', signedBy: 'Dr. Martina Vogel' } });
    expect(again.bytes.equals(answer.bytes)).toBe(true);
    const budget = (await api.client.get<Budget>('/budget', { as: PERSONAS.budgetOfficer })).body;
    expect(budget.years.map(({ reservedCents, committedCents }) => [reservedCents, committedCents])).toEqual([
      [0, 12_000_000],
      [0, 12_000_000],
      [0, 12_000_000],
      [0, 0],
      [0, 0],
    ]);
    const used = budget.commitmentAuthorisations.filter(({ usedCents }) => usedCents > 0);
    expect(used.map(({ budgetYear, dueYear, usedCents }) => [budgetYear, dueYear, usedCents])).toEqual([
      [2026, 2027, 12_000_000],
      [2026, 2028, 12_000_000],
    ]);
    const document = await api.client.get(`/notices/${journey.noticeId}/document`, { as: PERSONAS.auditor });
    expect(createHash('sha256').update(document.bytes).digest('hex')).toBe(answer.body.documentSha256);
    const { rows } = await api.database.owner.query('SELECT state FROM decisions.award WHERE id = $1', [
      journey.awardId,
    ]);
    expect(rows).toEqual([{ state: 'COMMITTED' }]);
  });

  it('refuses another document than the previewed one (409) and a hash that is none (400)', async () => {
    const journey = await driveToState(api.client, 'IN_COSIGN', { applicant: 'HG-K', years: [2026] });

    const changed = await api.client.post<{ code: string }>(
      path(journey.noticeId),
      { documentSha256: 'b'.repeat(64) },
      { as: PERSONAS.headOfUnit },
    );
    const noHash = await api.client.post(path(journey.noticeId), { documentSha256: 'b' }, { as: PERSONAS.headOfUnit });

    expect([changed.status, changed.body.code, noHash.status]).toEqual([409, 'notice.document-changed', 400]);
  });

  it('refuses a notice that is not in cosigning (409)', async () => {
    const { noticeId } = await driveToState(api.client, 'DECIDED', { applicant: 'KS', years: [2026] });

    const answer = await api.client.post<{ code: string }>(
      path(noticeId),
      { documentSha256: 'c'.repeat(64) },
      { as: PERSONAS.headOfUnit },
    );

    expect([answer.status, answer.body.code]).toEqual([409, 'notice.wrong-state']);
  });

  it('refuses the money that is not there, and signs nothing (409)', async () => {
    const journey = await driveToState(api.client, 'IN_COSIGN', { applicant: 'DA', years: [2029, 2030] });
    await api.database.owner.query(
      `INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, value_date, command_key, line, booked_by)
       SELECT 'USE_VE', f.id, budget.account_for(f.programme_id, 've_used', 2026, 2030, NULL), f.balance_cents - 11999999, '2026-03-02', gen_random_uuid(), 1, gen_random_uuid()
       FROM budget.account f WHERE f.kind = 've_free' AND f.budget_year = 2026 AND f.due_year = 2030`,
    );

    const answer = await api.client.post(
      path(journey.noticeId),
      { documentSha256: await previewOf(journey) },
      { as: PERSONAS.headOfUnit },
    );

    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'budget.authorisation-exceeded', dueYear: 2030, freeCents: 11_999_999, requestedCents: 12_000_000 },
    });
    const notice = await api.client.get<Signed>(`/notices/${journey.noticeId}`, { as: PERSONAS.headOfUnit });
    expect(notice.body.state).toBe('IN_COSIGN');
  });

  it('signs a rejection without touching money (200)', async () => {
    const journey = await driveToState(api.client, 'SIGNED', { applicant: 'LM', years: [2026], outcome: 'REJECTED' });

    const document = await api.client.get(`/notices/${journey.noticeId}/document`, { as: PERSONAS.headOfUnit });

    expect([document.status, document.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  });

  it('refuses the drafter, in whatever role (403)', async () => {
    const journey = await driveToState(api.client, 'IN_COSIGN', { applicant: 'VB', years: [2026] });
    await alsoActsAs(api, PERSONAS.caseWorker, 'HEAD_OF_UNIT');

    const answer = await api.client.post<{ code: string }>(
      path(journey.noticeId),
      { documentSha256: await previewOf(journey) },
      { as: PERSONAS.caseWorker },
    );

    expect([answer.status, answer.body.code]).toEqual([403, 'notice.signer-is-drafter']);
  });
});
