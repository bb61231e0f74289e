import { PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';

describe('POST /deadlines/preview', () => {
  const api = useApi();
  const preview = (
    body: object,
    as: string = PERSONAS.caseWorker,
  ): ReturnType<typeof api.client.post<{ code: string; reasoning: { text: string }[] }>> =>
    api.client.post('/deadlines/preview', body, { as, idempotencyKey: null });

  // The dated examples of docs/deadlines.md that need no other parameters.
  it.each([
    [{ channel: 'POST', date: '2025-11-06' }, '2025-11-10', '2025-12-10', '2025-12-11'],
    [{ channel: 'POST', date: '2026-08-31' }, '2026-09-04', '2026-10-05', '2026-10-06'],
    [{ channel: 'PORTAL', date: '2026-11-02', retrievedOn: '2026-11-03' }, '2026-11-04', '2026-12-04', '2026-12-05'],
    [{ channel: 'POST', date: '2027-02-22' }, '2027-02-26', '2027-03-30', '2027-03-31'],
    [{ channel: 'HANDOVER', date: '2027-01-31' }, '2027-01-31', '2027-03-01', '2027-03-02'],
    [{ channel: 'HANDOVER', date: '2026-03-02', noticeFaulty: true }, '2026-03-02', '2027-03-02', '2027-03-03'],
    [{ channel: 'HANDOVER', date: '2026-03-02', waivedOn: '2026-03-05' }, '2026-03-02', '2026-04-02', '2026-03-05'],
    [{ channel: 'PORTAL', date: '2026-11-02' }, null, null, null],
  ])('computes %j without a case and without a key (200)', async (body, deemedNotifiedOn, appealEndsOn, finalOn) => {
    const answer = await preview(body);

    expect(answer).toMatchObject({ status: 200, body: { deemedNotifiedOn, appealEndsOn, finalOn } });
    expect(answer.body.reasoning.length).toBeGreaterThan(0);
  });

  it('names the court in full', async () => {
    const answer = await preview({ channel: 'POST', date: '2026-03-02', court: 'VG Kassel' }, 'antrag@wi.wir.example');

    expect(answer.body.reasoning.map(({ text }) => text).join(' ')).toContain('Verwaltungsgericht Kassel');
  });

  it('refuses days that do not exist or do not fit (400) and strangers (401)', async () => {
    const answers = await Promise.all([
      preview({ channel: 'POST', date: '2026-02-29' }),
      preview({ channel: 'PORTAL', date: '2026-03-02', retrievedOn: '2026-03-01' }),
      preview({ channel: 'FAX', date: '2026-03-02' }),
      preview({ date: '2026-03-02' }),
    ]);

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [400, 'input.invalid'],
      [400, 'deadline.retrieved-before-provision'],
      [400, 'input.invalid'],
      [400, 'input.invalid'],
    ]);
    expect((await api.client.post('/deadlines/preview', { channel: 'POST', date: '2026-03-02' })).status).toBe(401);
  });
});
