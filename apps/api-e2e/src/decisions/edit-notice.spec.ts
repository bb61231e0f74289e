import { randomUUID } from 'node:crypto';
import { driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Notice {
  readonly texts: Readonly<Record<string, string>>;
  readonly ancillaryProvisions: readonly object[];
  readonly warnings: readonly { code: string }[];
  readonly version: number;
}

describe('PATCH /notices/{id}', () => {
  const api = useApi();
  let journey: Journey;
  let address: string;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'DECIDED', { applicant: 'OF', years: [2026] });
    address = `/notices/${journey.noticeId}`;
  }, 30_000);

  it('replaces the texts that are sent and keeps the others (200)', async () => {
    const before = await api.client.get<Notice>(address, { as: PERSONAS.caseWorker });
    const provisions = [
      { type: 'REVOCATION_RESERVE', text: 'Der Widerruf bleibt vorbehalten.', dueDate: '2027-04-30' },
    ];

    const answer = await api.client.patch<Notice>(
      address,
      { texts: { closing: 'Viel Erfolg!\nIhr Team' }, ancillaryProvisions: provisions },
      { as: PERSONAS.caseWorkerSecond, ifMatch: before.body.version },
    );

    expect([answer.status, answer.body.version, answer.headers.get('etag')]).toEqual([200, 2, '"2"']);
    expect(answer.body.texts).toEqual({ ...before.body.texts, closing: 'Viel Erfolg!\nIhr Team' });
    expect(answer.body.ancillaryProvisions).toEqual(provisions);
  });

  it('warns of what is now missing', async () => {
    const answer = await api.client.patch<Notice>(
      address,
      { texts: { proofRule: '' }, ancillaryProvisions: [] },
      { as: PERSONAS.caseWorker, ifMatch: 2 },
    );

    expect(answer.body.warnings.map(({ code }) => code)).toEqual([
      'notice.provisions-missing',
      'notice.proof-rule-missing',
      'notice.revocation-reserve-missing',
    ]);
  });

  it('refuses a stale version with the present one (412), and none at all (428)', async () => {
    const stale = await api.client.patch(address, {}, { as: PERSONAS.caseWorker, ifMatch: 1 });
    const blind = await api.client.patch(address, {}, { as: PERSONAS.caseWorker });

    expect(stale).toMatchObject({ status: 412, body: { code: 'platform.version-stale', currentVersion: 3 } });
    expect(blind).toMatchObject({ status: 428, body: { code: 'platform.if-match-missing' } });
  });

  it('refuses wrong content (400), strangers (401, 403) and unknown notices (404)', async () => {
    const as = PERSONAS.caseWorker;
    const answers = await Promise.all([
      api.client.patch(address, { totalCents: 1 }, { as, ifMatch: 3 }),
      api.client.patch(address, { ancillaryProvisions: [{ type: 'WISH', text: 'x' }] }, { as, ifMatch: 3 }),
      api.client.patch(address, { texts: { closing: 'a\u202eb' } }, { as, ifMatch: 3 }),
      api.client.patch(address, {}, { ifMatch: 3 }),
      api.client.patch(address, {}, { as: PERSONAS.headOfUnit, ifMatch: 3 }),
      api.client.patch(`/notices/${randomUUID()}`, {}, { as, ifMatch: 3 }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 401, 403, 404]);
  });

  it('refuses a notice that is no draft any more (409)', async () => {
    const other = await driveToState(api.client, 'IN_COSIGN', { applicant: 'KB', years: [2026] });

    const answer = await api.client.patch<{ code: string }>(
      `/notices/${other.noticeId}`,
      { texts: { closing: 'Neu' } },
      { as: PERSONAS.caseWorker, ifMatch: 2 },
    );

    expect([answer.status, answer.body.code]).toEqual([409, 'notice.wrong-state']);
  });
});
