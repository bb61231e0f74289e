import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { driveToState, nudgeClock, PERSONAS, type Journey } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Retention {
  readonly applicationId: string;
  readonly state: string;
  readonly closedOn: string | null;
  readonly retainUntil: string | null;
  readonly decision: string | null;
}

jest.setTimeout(120_000);

/** Invariant 43: a file is not deleted before retention has ended and the Landesarchiv has decided. */
describe('retention of a closed case', () => {
  const api = useApi();
  let journey: Journey;
  let files: string[];

  /** Ten years pass at once: the jobs of the day run, not those of the four thousand days before. */
  async function setDay(day: string): Promise<void> {
    await api.database.owner.query(
      'UPDATE platform.setting SET clock_base = $1::timestamptz, clock_set_at = clock_timestamp()',
      [`${day}T08:00:00Z`],
    );
    await nudgeClock(api.client);
  }

  async function retention(): Promise<Retention | undefined> {
    const { body } = await api.client.get<{ items: Retention[] }>('/retention', { as: PERSONAS.headOfUnit });
    return body.items.find(({ applicationId }) => applicationId === journey.applicationId);
  }

  const post = (path: string, body: object, as: string): Promise<{ status: number; body: { code?: string } }> =>
    api.client.post<{ code?: string }>(`/retention/${path}`, body, { as });
  const erase = (as: string): ReturnType<typeof post> =>
    post(`${journey.applicationId}/deletion`, { reason: 'Vernichtung nach Freigabe' }, as);

  const referenced = async (): Promise<string[]> =>
    (
      await api.database.owner.query<{ sha256: string }>(
        'SELECT DISTINCT sha256 FROM platform.file_reference WHERE application_id = $1',
        [journey.applicationId],
      )
    ).rows.map(({ sha256 }) => sha256);

  beforeAll(async () => {
    journey = await driveToState(api.client, 'PAID', { years: [2026], instalmentCents: 12_000_000 });
    files = await referenced();
  }, 120_000);

  it('has not begun while money of the case may still move', async () => {
    expect(await retention()).toMatchObject({ state: 'OPEN', closedOn: null, retainUntil: null });
  });

  it('begins when the period of the award is over, and runs ten years from the end of that year', async () => {
    await setDay('2031-01-05');

    expect(await retention()).toMatchObject({ state: 'RETENTION', closedOn: '2030-12-31', retainUntil: '2040-12-31' });
  });

  it('cannot be cut short, not even by the owner of the tables', async () => {
    const set = (change: string): Promise<unknown> =>
      api.database.owner.query(`UPDATE records.retention SET version = version + 1, ${change}`);

    await expect(set("state = 'DUE'")).rejects.toMatchObject({ constraint: 'retention_not_over' });
    await expect(set("retain_until = '2034-12-31'")).rejects.toMatchObject({
      constraint: 'retention_ends_with_the_year',
    });
    await expect(set("state = 'DELETED'")).rejects.toMatchObject({ code: '23514' });
    await expect(api.database.owner.query('DELETE FROM applications.submission')).rejects.toMatchObject({
      code: '42501',
    });
    expect(await erase(PERSONAS.headOfUnitSecond)).toMatchObject({
      status: 409,
      body: { code: 'retention.wrong-state' },
    });
  });

  it('is due on the day after its last, and stands on the list for the archive', async () => {
    await setDay('2040-12-31');
    expect(await retention()).toMatchObject({ state: 'RETENTION' });
    await setDay('2041-01-02');

    expect(await retention()).toMatchObject({ state: 'DUE' });
    const list = await api.client.get('/retention/archive-list', { as: PERSONAS.auditor });
    expect(list.bytes.toString('utf8')).toContain(journey.caseNumber);
  });

  it('is offered, decided and only then deleted, by another person than who recorded the decision', async () => {
    const body = { applicationIds: [journey.applicationId], reference: 'HHStAW 2041/1' };
    expect(await post('offers', body, PERSONAS.caseWorker)).toMatchObject({ status: 403 });
    expect(await post('offers', body, PERSONAS.headOfUnit)).toMatchObject({ status: 200 });
    expect(await erase(PERSONAS.headOfUnitSecond)).toMatchObject({
      status: 409,
      body: { code: 'retention.not-decided' },
    });

    const decision = { decision: 'DELETE', reference: 'HHStAW 2041/1-2', decidedOn: '2041-01-02' };
    const decide = (): ReturnType<typeof post> =>
      post(`${journey.applicationId}/archive-decision`, decision, PERSONAS.headOfUnit);
    expect(await decide()).toMatchObject({ status: 200 });
    expect(await decide()).toMatchObject({ status: 409, body: { code: 'retention.already-decided' } });

    expect(await erase(PERSONAS.headOfUnit)).toMatchObject({
      status: 403,
      body: { code: 'retention.deleter-is-decider' },
    });
    expect(await erase(PERSONAS.headOfUnitSecond)).toMatchObject({ status: 200, body: { state: 'DELETED' } });
  });

  it('leaves the shell, the amounts and a trail that still holds', async () => {
    const { rows } = await api.database.owner.query<Record<string, unknown>>(
      `SELECT a.title, a.purpose, a.contact_name, a.contact_email, a.case_number, a.approved_cents > 0 AS has_amount,
         (SELECT count(*)::integer FROM applications.attachment x WHERE x.application_id = a.id) AS attachments,
         (SELECT count(*)::integer FROM applications.submission x WHERE x.application_id = a.id) AS submissions,
         (SELECT count(*)::integer FROM budget.transfer x WHERE x.application_id = a.id) > 0 AS has_transfers
       FROM applications.application a WHERE a.id = $1`,
      [journey.applicationId],
    );
    const proof = await api.client.post<{ ok: boolean; erasedTexts: number }>(
      '/audit/verification',
      {},
      {
        as: PERSONAS.headOfUnit,
      },
    );

    expect(rows[0]).toEqual({
      title: '',
      purpose: '',
      contact_name: '',
      contact_email: '',
      case_number: journey.caseNumber,
      has_amount: true,
      attachments: 0,
      submissions: 0,
      has_transfers: true,
    });
    expect(proof.body.ok).toBe(true);
    expect(await referenced()).toEqual([]);
  });

  it('leaves no word of the case in the tables of the database', async () => {
    const texts = await api.database.owner.query<{ found: number }>(
      `SELECT (SELECT count(*) FROM audit.event_text t JOIN audit.event e USING (sequence) WHERE e.object_id = $1 AND e.object_type <> 'RETENTION' AND t.salt IS NOT NULL)
         + (SELECT count(*) FROM platform.command c WHERE c.body LIKE '%' || $1 || '%' AND c.body LIKE '%contact%')
         + (SELECT count(*) FROM notifications.outbound_message m WHERE m.event_key LIKE '%' || $1 || '%') AS found`,
      [journey.applicationId],
    );

    expect(Number(texts.rows[0]?.found)).toBe(0);
  });

  it('removes the files that nothing else names', async () => {
    const path = (sha256: string): string =>
      join(api.database.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    expect(files.length).toBeGreaterThan(1);
    for (let tries = 0; tries < 100 && files.some((file) => existsSync(path(file))); tries += 1) await delay(100);

    expect(files.filter((file) => existsSync(path(file)))).toEqual([]);
  });
});
