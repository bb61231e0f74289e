import { randomUUID } from 'node:crypto';
import { driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Deadlines {
  readonly deemedNotifiedOn: string | null;
  readonly reasoning: readonly { readonly date: string; readonly text: string; readonly source: string }[];
}

describe('GET /notices/{id}/deadlines', () => {
  const api = useApi();

  it('tells dates and the reasoning that was kept at dispatch (200)', async () => {
    const { noticeId, editor } = await driveToState(api.client, 'DISPATCHED', {
      applicant: 'GI',
      years: [2026],
      channel: 'POST',
    });

    const { status, body } = await api.client.get<Deadlines>(`/notices/${noticeId}/deadlines`, { as: editor });

    expect(status).toBe(200);
    expect(body).toMatchObject({ deemedNotifiedOn: '2026-03-06', appealEndsOn: '2026-04-07', finalOn: '2026-04-08' });
    expect(body.reasoning.length).toBeGreaterThanOrEqual(4);
    expect(
      body.reasoning.every(
        ({ date, text, source }) => /^\d{4}-\d\d-\d\d$/.test(date) && text.endsWith('.') && source !== '',
      ),
    ).toBe(true);
    expect(body.reasoning.map(({ text }) => text).join(' ')).toContain('Verwaltungsgericht Gießen');
  });

  it('tells nothing before dispatch, and nothing to the municipality', async () => {
    const { noticeId, editor } = await driveToState(api.client, 'DECIDED', { applicant: 'WZ', years: [2026] });

    const staff = await api.client.get(`/notices/${noticeId}/deadlines`, { as: PERSONAS.auditor });
    const own = await api.client.get(`/notices/${noticeId}/deadlines`, { as: editor });

    expect(staff).toMatchObject({
      status: 200,
      body: { deemedNotifiedOn: null, appealEndsOn: null, finalOn: null, reasoning: [] },
    });
    expect(own.status).toBe(404);
  });

  it('refuses what is no id (400), strangers (401, 403) and unknown notices (404)', async () => {
    const address = `/notices/${randomUUID()}/deadlines`;
    const answers = await Promise.all([
      api.client.get('/notices/17/deadlines', { as: PERSONAS.caseWorker }),
      api.client.get(address),
      api.client.get(address, { as: PERSONAS.press }),
      api.client.get(address, { as: PERSONAS.caseWorker }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([400, 401, 403, 404]);
  });
});
