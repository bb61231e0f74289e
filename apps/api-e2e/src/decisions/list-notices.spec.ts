import { driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Page {
  readonly items: readonly {
    readonly id: string;
    readonly state: string;
    readonly noticeNumber: string;
    readonly totalCents: number;
  }[];
  readonly total: number;
  readonly sumTotalCents: number;
}

describe('GET /notices', () => {
  const api = useApi();
  let draft: Journey;
  let dispatched: Journey;

  beforeAll(async () => {
    draft = await driveToState(api.client, 'DECIDED', { applicant: 'F', years: [2026] });
    dispatched = await driveToState(api.client, 'DISPATCHED', {
      applicant: 'KS',
      years: [2026, 2027],
      channel: 'PORTAL',
    });
  }, 30_000);

  const list = (query: string, as: string): Promise<{ status: number; body: Page }> =>
    api.client.get<Page>(`/notices${query}`, { as });

  it('lists all to the authority, with the sum over all hits (200)', async () => {
    const { status, body } = await list('?sort=noticeNumber&pageSize=1', PERSONAS.auditor);

    expect([status, body.total, body.items.length, body.items[0]?.id, body.sumTotalCents]).toEqual([
      200,
      2,
      1,
      draft.noticeId,
      36_000_000,
    ]);
  });

  it('filters by state, kind, applicant and words', async () => {
    const found = await Promise.all(
      ['?state=DISPATCHED,FINAL', '?kind=REJECTION', '?search=kassel', `?search=${draft.caseNumber}`].map((query) =>
        list(query, PERSONAS.caseWorker),
      ),
    );

    expect(found.map(({ body }) => body.items.map(({ id }) => id))).toEqual([
      [dispatched.noticeId],
      [],
      [dispatched.noticeId],
      [draft.noticeId],
    ]);
  });

  it('shows a municipality its own dispatched notices and nothing else', async () => {
    const [own, other] = await Promise.all([list('', dispatched.editor), list('', draft.editor)]);

    expect(own.body.items).toMatchObject([{ id: dispatched.noticeId, state: 'DISPATCHED', totalCents: 24_000_000 }]);
    expect(other.body).toMatchObject({ items: [], total: 0, sumTotalCents: 0 });
  });

  it('answers an empty page beyond the end with the right total', async () => {
    const { body } = await list('?page=9', PERSONAS.caseWorker);

    expect(body).toMatchObject({ items: [], total: 2, page: 9 });
  });

  it('refuses unknown query names, states and sort fields (400)', async () => {
    const answers = await Promise.all(
      ['?colour=red', '?state=LOST', '?sort=secret', '?pageSize=201'].map((query) => list(query, PERSONAS.caseWorker)),
    );

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  });

  it('refuses the stranger and the press (401, 403)', async () => {
    expect((await api.client.get('/notices')).status).toBe(401);
    expect((await list('', PERSONAS.press)).status).toBe(403);
  });
});
