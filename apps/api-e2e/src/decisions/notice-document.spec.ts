import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, writeFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { continueTo, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { useApi } from '../use-api';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('GET /notices/{id}/document', () => {
  const api = useApi();
  let journey: Journey;
  const get = (query: string, as: string): ReturnType<typeof api.client.get<{ code: string }>> =>
    api.client.get<{ code: string }>(`/notices/${journey.noticeId}/document${query}`, { as });

  it('shows the present text of a draft as a PDF of its own (200), and no original yet (409)', async () => {
    journey = await driveToState(api.client, 'DECIDED', { applicant: 'HU', years: [2026, 2027], channel: 'PORTAL' });
    const first = await get('?draft=true', PERSONAS.caseWorker);
    await api.client.patch(
      `/notices/${journey.noticeId}`,
      { texts: { closing: 'Viel Erfolg in Hanau.' } },
      { as: PERSONAS.caseWorker, ifMatch: 1 },
    );
    const second = await get('?draft=true', PERSONAS.caseWorker);
    const original = await get('', PERSONAS.caseWorker);

    expect([first.status, first.headers.get('content-type'), first.bytes.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    expect(first.headers.get('etag')).toBe(`"${sha256(first.bytes)}"`);
    expect(first.headers.get('content-disposition')).toMatch(/^inline; filename="Entwurf-WIR-2026-B-0001\.pdf"/);
    expect(second.bytes.equals(first.bytes)).toBe(false);
    expect([original.status, original.body.code]).toEqual([409, 'notice.not-signed']);
  });

  it('serves the same original for ever once it is signed, to the municipality after retrieval', async () => {
    await continueTo(journey, 'SIGNED');
    const signed = await get('', PERSONAS.headOfUnit);
    const hidden = await get('', journey.editor);
    await continueTo(journey, 'DISPATCHED');
    await api.client.post(`/notices/${journey.noticeId}/retrieval`, {}, { as: journey.editor });
    const own = await get('', journey.editor);
    const foreign = await get('', 'antrag@f.wir.example');
    const draft = await get('?draft=true', PERSONAS.headOfUnit);

    expect([signed.status, hidden.status, own.status, foreign.status, draft.status]).toEqual([200, 404, 200, 404, 409]);
    expect(own.bytes.equals(signed.bytes)).toBe(true);
    expect(own.headers.get('etag')).toBe(`"${sha256(signed.bytes)}"`);
    expect(foreign.body.code).toBe('notice.not-found');
    const notice = await api.client.get<{ documentSha256: string }>(`/notices/${journey.noticeId}`, {
      as: journey.editor,
    });
    expect(notice.body.documentSha256).toBe(sha256(signed.bytes));
  });

  it('refuses bytes that somebody changed in the store (503)', async () => {
    const { body } = await api.client.get<{ documentSha256: string }>(`/notices/${journey.noticeId}`, {
      as: PERSONAS.auditor,
    });
    const name = body.documentSha256;
    const folder = join(api.database.dataDir, 'files', name.slice(0, 2), name.slice(2, 4));
    expect(readdirSync(folder)).toContain(name);
    chmodSync(join(folder, name), 0o600);
    writeFileSync(join(folder, name), '%PDF-1.7 anders');

    const answer = await get('', PERSONAS.auditor);

    expect([answer.status, answer.body.code]).toEqual([503, 'document.corrupted']);
  });

  it('refuses wrong questions (400), strangers (401, 403) and unknown notices (404)', async () => {
    const address = `/notices/${randomUUID()}/document`;
    const answers = await Promise.all([
      get('?draft=perhaps', PERSONAS.caseWorker),
      api.client.get(address),
      api.client.get(address, { as: PERSONAS.admin }),
      api.client.get(address, { as: PERSONAS.caseWorker }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([400, 401, 403, 404]);
  });
});
