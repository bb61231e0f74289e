import { driveToState, PERSONAS } from '@wir/shared/testing';
import { eventually } from '../eventually';
import { useApi } from '../use-api';

interface Event {
  readonly action: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly objectType: string;
  readonly objectId: string;
  readonly actorName: string;
  readonly after: { readonly method: string; readonly permission: string } | null;
}

interface Read {
  readonly actorRole: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly path: string;
}

describe('refused attempts', () => {
  const api = useApi();
  const refusals = async (query: string): Promise<Event[]> =>
    (await api.client.get<{ items: Event[] }>(`/audit/events?outcome=REFUSED&${query}`, { as: PERSONAS.auditor })).body
      .items;

  it('stand in the trail with person, right and code (403), and not in the history of the case', async () => {
    const { applicationId, editor } = await driveToState(api.client, 'SUBMITTED', { applicant: 'WI', years: [2026] });
    const refused = await api.client.post(`/applications/${applicationId}/completeness`, {}, { as: PERSONAS.auditor });
    const events = await eventually(
      () => refusals(`objectId=${applicationId}`),
      (found) => found.length > 0,
    );
    const history = await api.client.get<{ items: { action: string }[] }>(`/applications/${applicationId}/history`, {
      as: editor,
    });

    expect(refused.status).toBe(403);
    expect(events).toMatchObject([
      {
        action: 'access.refused',
        outcome: 'REFUSED',
        code: 'auth.forbidden',
        objectType: 'APPLICATION',
        actorName: 'Ulrich Brandt',
        after: { method: 'POST', permission: 'application.completeness' },
      },
    ]);
    expect(history.body.items.map(({ action }) => action)).not.toContain('access.refused');
  });

  it('of commands count too when nothing is there (404) or it is not possible now (409); reads without a find do not', async () => {
    const { applicationId } = await driveToState(api.client, 'SUBMITTED', { applicant: 'HU', years: [2026] });
    const unknown = 'e1a1a1a1-0000-4000-8000-000000000000';
    const late = await api.client.post(
      `/applications/${applicationId}/decision`,
      { outcome: 'REJECTED', reasons: 'x' },
      { as: PERSONAS.headOfUnit },
    );
    await api.client.get(`/applications/${unknown}`, { as: PERSONAS.caseWorker });
    await api.client.post(`/applications/${unknown}/completeness`, {}, { as: PERSONAS.caseWorker });

    const found = await eventually(
      () => refusals(`objectId=${unknown}`),
      (events) => events.length > 0,
    );

    expect(found.map(({ after }) => after?.method)).toEqual(['POST']);
    expect([409, 400, 422]).toContain(late.status);
  });
});

describe('a conflict of interest', () => {
  const api = useApi();

  it('closes every act on cases of that municipality (403) and leaves the attempt in the trail', async () => {
    const { applicationId } = await driveToState(api.client, 'SUBMITTED', { applicant: 'WI', years: [2026] });
    await api.database.owner.query(
      `INSERT INTO identity.conflict_of_interest (person_id, applicant_id, reason, recorded_by)
       SELECT a.person_id, p.applicant_id, 'verwandt', a.id FROM identity.account a, applications.application p WHERE a.email = $1 AND p.id = $2`,
      [PERSONAS.caseWorker, applicationId],
    );
    const confirm = (as: string): Promise<{ status: number; body: { code?: string } }> =>
      api.client.post(`/applications/${applicationId}/completeness`, {}, { as });

    const refused = await confirm(PERSONAS.caseWorker);
    const other = await confirm(PERSONAS.caseWorkerSecond);
    const trail = await eventually(
      async () =>
        (
          await api.client.get<{ items: Event[] }>(`/audit/events?outcome=REFUSED&objectId=${applicationId}`, {
            as: PERSONAS.auditor,
          })
        ).body.items,
      (found) => found.length > 0,
    );

    expect([refused.status, refused.body.code]).toEqual([403, 'auth.conflict-of-interest']);
    expect(other.status).toBe(200);
    expect(trail).toMatchObject([{ code: 'auth.conflict-of-interest', objectType: 'APPLICATION' }]);
  });
});

describe('the read log', () => {
  const api = useApi();

  it('knows every look of the court of audit, and looks of the authority at personal data', async () => {
    const { applicationId, editor } = await driveToState(api.client, 'SUBMITTED', { applicant: 'KS', years: [2026] });
    await api.client.get('/budget', { as: PERSONAS.auditor });
    await api.client.get(`/applications/${applicationId}`, { as: PERSONAS.caseWorker });
    await api.client.get(`/applications/${applicationId}`, { as: editor });
    await api.client.get('/applications', { as: PERSONAS.caseWorker });

    const reads = await api.client.get<{ items: Read[]; total: number }>('/audit/reads?pageSize=200', {
      as: PERSONAS.auditor,
    });
    const stranger = await api.client.get('/audit/reads', { as: PERSONAS.admin });
    const ofCase = reads.body.items.filter(({ objectId }) => objectId === applicationId);

    expect(reads.body.items.filter(({ path }) => path === '/api/v1/budget')).toMatchObject([
      { actorRole: 'EXTERNAL_AUDITOR' },
    ]);
    expect(ofCase.some(({ actorRole }) => actorRole === 'CASE_WORKER')).toBe(true);
    expect(reads.body.items.some(({ actorRole }) => actorRole.startsWith('APPLICANT'))).toBe(false);
    expect(
      reads.body.items.some(({ path, actorRole }) => path === '/api/v1/applications' && actorRole === 'CASE_WORKER'),
    ).toBe(false);
    expect(stranger.status).toBe(403);
  });

  it('is only added to, by nobody but its function', async () => {
    await api.client.get('/budget', { as: PERSONAS.auditor });

    await expect(api.database.app.query('DELETE FROM audit.read_entry')).rejects.toMatchObject({ code: '42501' });
    await expect(api.database.owner.query('UPDATE audit.read_entry SET path = $1', ['x'])).rejects.toMatchObject({
      code: '42501',
    });
    await expect(
      api.database.app.query(
        'INSERT INTO audit.read_entry (occurred_at, account_id) VALUES (now(), gen_random_uuid())',
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
