import { driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Event {
  readonly sequence: number;
  readonly action: string;
  readonly objectId: string;
}

describe('the audit trail', () => {
  const api = useApi();

  it('tells who did what to an object, in order (200), and is closed to municipalities (403) and strangers (401)', async () => {
    const { applicationId, editor } = await driveToState(api.client, 'SUBMITTED', { applicant: 'WI', years: [2026] });
    const path = `/audit/events?objectType=APPLICATION&objectId=${applicationId}&sort=sequence`;

    const events = await api.client.get<{ items: Event[] }>(path, { as: PERSONAS.auditor });
    const own = await api.client.get(path, { as: editor });
    const stranger = await api.client.get(path);

    expect(events.body.items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['application.created', 'application.submitted']),
    );
    expect(new Set(events.body.items.map(({ objectId }) => objectId))).toEqual(new Set([applicationId]));
    expect([own.status, stranger.status]).toEqual([403, 401]);
  });

  it('verifies itself, and names the first entry somebody changed', async () => {
    await driveToState(api.client, 'SUBMITTED', { applicant: 'HU', years: [2026] });
    const verify = async (): Promise<{ ok: boolean; checked: number; firstBadSequence?: number }> =>
      (
        await api.client.post<{ ok: boolean; checked: number; firstBadSequence?: number }>(
          '/audit/verification',
          {},
          { as: PERSONAS.auditor, idempotencyKey: null },
        )
      ).body;
    const before = await verify();

    await api.database.owner.query('ALTER TABLE audit.event DISABLE TRIGGER event_append_only');
    await api.database.owner.query("UPDATE audit.event SET request_id = request_id || 'x' WHERE sequence = 2");
    const after = await verify();
    await api.database.owner.query("UPDATE audit.event SET request_id = rtrim(request_id, 'x') WHERE sequence = 2");
    await api.database.owner.query('ALTER TABLE audit.event ENABLE TRIGGER event_append_only');

    expect(before.ok).toBe(true);
    expect(after).toMatchObject({ ok: false, firstBadSequence: 2, fault: 'audit.content-changed' });
    expect((await verify()).ok).toBe(true);
  });

  it('leaves as lines that a program can check without us', async () => {
    const answer = await api.client.get('/audit/export', { as: PERSONAS.auditor });
    const lines = answer.bytes.toString('utf8').trim().split('\n');

    expect(answer.status).toBe(200);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });
});

describe('PUT /demo/clock', () => {
  const api = useApi();

  it('moves the day for everybody, and never back before what has happened (200, 400)', async () => {
    await driveToState(api.client, 'SUBMITTED', { applicant: 'KS', years: [2026] });
    const forward = await api.client.put<{ today: string }>(
      '/demo/clock',
      { now: '2026-05-04T10:00:00+02:00' },
      { as: PERSONAS.admin },
    );
    await api.client.post(
      '/applications',
      { callCode: 'WIR-2026', moduleCode: 'DIVERSITY_CENTRE' },
      { as: 'antrag@f.wir.example' },
    );
    const back = await api.client.put<{ today: string }>(
      '/demo/clock',
      { now: '2026-03-02T10:00:00+01:00' },
      { as: PERSONAS.admin },
    );
    const nonsense = await api.client.put('/demo/clock', { now: 'gestern' }, { as: PERSONAS.admin });

    expect([forward.status, forward.body.today]).toEqual([200, '2026-05-04']);
    expect(back.body.today).toBe('2026-05-04');
    expect(nonsense.status).toBe(400);
  });
});
