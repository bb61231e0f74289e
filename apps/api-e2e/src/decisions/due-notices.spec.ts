import { driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Notice {
  readonly state: string;
  readonly retrievedOn: string | null;
  readonly deemedNotifiedOn: string | null;
  readonly finalOn: string | null;
}

describe('what the days bring to dispatched notices', () => {
  const api = useApi();
  let posted: Journey;
  let unread: Journey;
  let retrieved: Journey;

  const moveClock = async (now: string): Promise<void> => {
    const answer = await api.client.put('/demo/clock', { now }, { as: PERSONAS.admin });
    expect(answer.status).toBe(200);
  };
  const stateOf = async ({ noticeId }: Journey): Promise<string> =>
    (await api.client.get<Notice>(`/notices/${noticeId}`, { as: PERSONAS.auditor })).body.state;
  const awardOf = async ({ awardId }: Journey): Promise<string | undefined> =>
    (await api.database.owner.query<{ state: string }>('SELECT state FROM decisions.award WHERE id = $1', [awardId]))
      .rows[0]?.state;

  beforeAll(async () => {
    posted = await driveToState(api.client, 'DISPATCHED', { applicant: 'WI', years: [2026], channel: 'POST' });
    unread = await driveToState(api.client, 'DISPATCHED', { applicant: 'KS', years: [2026], channel: 'PORTAL' });
    retrieved = await driveToState(api.client, 'DISPATCHED', { applicant: 'F', years: [2026], channel: 'PORTAL' });
    await api.client.post(`/notices/${retrieved.noticeId}/retrieval`, {}, { as: retrieved.editor });
  }, 60_000);

  it('is notification on its day, and the waiver works at once', async () => {
    await moveClock('2026-03-03T08:00:00+01:00');

    expect([await stateOf(retrieved), await stateOf(posted)]).toEqual(['NOTIFIED', 'DISPATCHED']);
    const waived = await api.client.post(
      `/notices/${retrieved.noticeId}/appeal-waiver`,
      {},
      { as: retrieved.signatory },
    );
    expect(waived).toMatchObject({ status: 200, body: { state: 'FINAL', finalOn: '2026-03-03' } });
    expect(await awardOf(retrieved)).toBe('FINAL');
  });

  it('is the end of a provision nobody retrieved: after ten days, not on the tenth', async () => {
    await moveClock('2026-03-12T23:00:00+01:00');
    const lastDay = await stateOf(unread);
    await moveClock('2026-03-13T08:00:00+01:00');

    expect([lastDay, await stateOf(unread), await stateOf(posted)]).toEqual([
      'DISPATCHED',
      'NOT_RETRIEVED',
      'NOTIFIED',
    ]);
    const late = await api.client.post<{ code: string }>(
      `/notices/${unread.noticeId}/retrieval`,
      {},
      { as: unread.editor },
    );
    expect([late.status, late.body.code]).toEqual([409, 'notice.wrong-state']);
  });

  it('lets a notice that was not retrieved go out again, later than before', async () => {
    const again = (date: string): ReturnType<typeof api.client.post<Notice & { code: string }>> =>
      api.client.post(`/notices/${unread.noticeId}/dispatch`, { channel: 'POST', date }, { as: PERSONAS.caseWorker });

    const backdated = await again('2026-03-02');
    const sent = await again('2026-03-13');

    expect([backdated.status, backdated.body.code]).toEqual([422, 'notice.dispatch-not-after-last']);
    expect(sent).toMatchObject({
      status: 200,
      body: { state: 'DISPATCHED', retrievedOn: null, deemedNotifiedOn: '2026-03-17' },
    });
  });

  it('is finality on the day after the term to sue, with the award', async () => {
    await moveClock('2026-04-07T23:30:00+02:00');
    const lastDayToSue = await stateOf(posted);
    await moveClock('2026-04-08T00:05:00+02:00');

    expect([lastDayToSue, await stateOf(posted), await awardOf(posted), await stateOf(unread)]).toEqual([
      'NOTIFIED',
      'FINAL',
      'FINAL',
      'NOTIFIED',
    ]);
  });

  it('stands in the trail as acts of the system', async () => {
    const { body } = await api.client.get<{ items: { action: string; actorRole: string; toState: string | null }[] }>(
      `/audit/events?objectType=NOTICE&objectId=${posted.noticeId}`,
      { as: PERSONAS.auditor },
    );

    const system = body.items
      .filter(({ actorRole }) => actorRole === 'SYSTEM')
      .map(({ action, toState }) => `${action} ${toState}`);
    expect(system.toSorted()).toEqual(['notice.became-final FINAL', 'notice.notified NOTIFIED']);
  });
});
