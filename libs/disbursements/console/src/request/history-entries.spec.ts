import type { HistoryEntryDto } from '@wir/shared/contract';
import { aRequest } from '../testing/builders';
import { requestEntries } from './history-entries';

function anEntry(overrides: Partial<HistoryEntryDto>): HistoryEntryDto {
  return {
    sequence: 1,
    occurredAt: '2026-03-02T08:00:00Z',
    actorName: 'Leyla Öztürk',
    actorRole: 'APPLICANT_EDITOR+APPLICANT_FINANCE',
    deputyForName: null,
    action: 'disbursement.drafted',
    objectId: 'request-1',
    fromState: null,
    toState: 'DRAFT',
    reason: null,
    changes: [],
    ...overrides,
  };
}
const t = (key: string): string => key;

describe('the trail of a request', () => {
  it('holds only what concerns this request', () => {
    const entries = [anEntry({}), anEntry({ sequence: 2, objectId: 'request-2' })];

    expect(requestEntries(entries, aRequest(), t, 'de').map(({ id }) => id)).toEqual([1]);
  });

  it('names every role of the person and shows figures as people read them', () => {
    // The contract types a JSON value as an object; the server sends any.
    const changes: unknown = [
      { field: 'amountCents', before: null, after: 6_000_000 },
      { field: 'neededUntil', before: null, after: '2026-03-31' },
      { field: 'awardId', before: null, after: 'award-1' },
    ];
    const [entry] = requestEntries([anEntry({ changes: changes as HistoryEntryDto['changes'] })], aRequest(), t, 'de');

    expect(entry?.detail).toBe('disbursements.role.APPLICANT_EDITOR · disbursements.role.APPLICANT_FINANCE');
    expect(entry?.changes?.map(({ after }) => after.replace('\u00a0', ' '))).toEqual(['60.000,00 €', '31.03.2026']);
  });
});
