import type { Translate } from '@wir/shared/console';
import type { HistoryEntryDto } from '@wir/shared/contract';
import german from '../i18n/de.json';
import { historyEntry } from './history-sentences';

const t: Translate = (key, params = {}) => {
  let node: unknown = { applications: german };
  for (const part of key.split('.')) node = (node as Record<string, unknown> | undefined)?.[part];
  return String(node ?? key).replace(/\{\{(\w+)\}\}/g, (_gap, name: string) => String(params[name] ?? ''));
};

function entry(overrides: Partial<HistoryEntryDto>): HistoryEntryDto {
  return {
    sequence: 1,
    occurredAt: '2026-03-02T08:00:00.000Z',
    actorName: 'Sabine Berger',
    actorRole: 'CASE_WORKER',
    deputyForName: null,
    action: 'application.updated',
    objectId: 'a-1',
    fromState: null,
    toState: null,
    reason: null,
    changes: [],
    ...overrides,
  };
}

/** The contract can say no more of these values than that they are there. */
function change(field: string, before: unknown, after: unknown): HistoryEntryDto['changes'][number] {
  return { field, before, after } as HistoryEntryDto['changes'][number];
}

const tell = (overrides: Partial<HistoryEntryDto>): ReturnType<typeof historyEntry> =>
  historyEntry(entry(overrides), t, 'de');

describe('telling what happened', () => {
  it('makes a sentence of an act', () => {
    const told = tell({ action: 'application.decided', toState: 'PARTLY_APPROVED' });

    expect(told.sentence).toBe('Sabine Berger hat entschieden: teilweise bewilligt.');
  });

  it('names the file and the question an act is about', () => {
    const file = change('attachments', null, { fileName: 'konzept.pdf' });
    const answer = change('checks.ECONOMICAL', null, { result: 'NO', note: 'zu teuer' });

    expect(tell({ action: 'application.attachment-added', changes: [file] }).sentence).toContain('»konzept.pdf«');
    const told = tell({ action: 'application.check-answered', changes: [answer] });
    expect(told.sentence).toContain('»Wirtschaftlichkeit«');
    expect(told.changes).toEqual([{ label: 'Wirtschaftlichkeit', before: '', after: 'nein: zu teuer' }]);
  });

  it('shows values as a person reads them', () => {
    const told = tell({
      changes: [
        change('requestedCents', 0, 12_000_000),
        change('periodEnd', '2030-12-31', '2029-12-31'),
        change('noDoubleFunding', false, true),
        change('contentSha256', null, 'abc'),
      ],
    });

    expect(told.changes).toEqual([
      { label: 'Beantragt', before: '0,00\u00a0€', after: '120.000,00\u00a0€' },
      { label: 'Ende', before: '31.12.2030', after: '31.12.2029' },
      { label: german.declaration.noDoubleFunding, before: 'nein', after: 'ja' },
    ]);
  });

  it('tells an act it does not know by the state', () => {
    expect(tell({ action: 'notice.amended', toState: 'SIGNED' }).sentence).toContain('gezeichnet');
  });

  it('names the deputy and whom he stood in for', () => {
    expect(
      tell({ action: 'notice.signed', actorName: 'Tobias Krämer', deputyForName: 'Jens Albrecht' }).sentence,
    ).toContain('Tobias Krämer (in Vertretung für Jens Albrecht)');
  });

  it('names every role somebody acted in', () => {
    expect(tell({ actorRole: 'APPLICANT_EDITOR+APPLICANT_FINANCE' }).detail).toBe('Antragsbearbeitung, Kämmerei');
  });
});
