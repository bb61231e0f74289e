import { randomUUID } from 'node:crypto';
import { driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { refusesAsUsual } from './usual-refusals';

interface Budget {
  readonly total: { readonly committedCents: number; readonly freeCents: number };
  readonly commitmentAuthorisations: readonly { readonly usedCents: number }[];
}

describe('POST /notices/{id}/voiding', () => {
  const api = useApi();
  const path = (id: string): string => `/notices/${id}/voiding`;
  const body = { reason: 'Falscher Bewilligungszeitraum.' };

  refusesAsUsual(api, {
    path,
    body,
    by: PERSONAS.headOfUnit,
    notBy: PERSONAS.caseWorker,
    notFound: 'notice.not-found',
  });

  it('frees commitment and authorisation exactly once (200, 409)', async () => {
    const { noticeId, awardId } = await driveToState(api.client, 'SIGNED', { applicant: 'HR', years: [2026, 2027] });
    const options = { as: PERSONAS.headOfUnit, idempotencyKey: randomUUID() };

    const voided = await api.client.post<{ state: string }>(path(noticeId), body, options);
    const repeated = await api.client.post(path(noticeId), body, options);
    const again = await api.client.post<{ code: string }>(path(noticeId), body, { as: PERSONAS.headOfUnit });

    expect([voided.status, voided.body.state, repeated.bytes.equals(voided.bytes)]).toEqual([200, 'VOIDED', true]);
    expect([again.status, again.body.code]).toEqual([409, 'notice.wrong-state']);
    const budget = (await api.client.get<Budget>('/budget', { as: PERSONAS.headOfUnit })).body;
    expect([budget.total.committedCents, budget.total.freeCents]).toEqual([0, 2_200_000_000]);
    expect(budget.commitmentAuthorisations.every(({ usedCents }) => usedCents === 0)).toBe(true);
    const { rows } = await api.database.owner.query('SELECT state FROM decisions.award WHERE id = $1', [awardId]);
    expect(rows).toEqual([{ state: 'VOIDED' }]);
  });

  it('refuses what has left the house (409) and a missing reason (400)', async () => {
    const { noticeId } = await driveToState(api.client, 'DISPATCHED', {
      applicant: 'FB',
      years: [2026],
      channel: 'PORTAL',
    });

    const late = await api.client.post<{ code: string }>(path(noticeId), body, { as: PERSONAS.headOfUnit });
    const silent = await api.client.post(path(noticeId), { reason: '' }, { as: PERSONAS.headOfUnit });

    expect([late.status, late.body.code, silent.status]).toEqual([409, 'notice.wrong-state', 400]);
  });
});
