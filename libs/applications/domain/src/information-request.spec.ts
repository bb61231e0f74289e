import { localDate } from '@wir/shared/kernel';
import { informationRequestDueDate, informationRequestProblems } from './information-request';

const today = localDate('2026-03-02');

describe('asking for missing information', () => {
  it('gives three weeks, to a working day', () => {
    expect(informationRequestDueDate(today)).toBe('2026-03-23');
    expect(informationRequestDueDate(localDate('2026-03-13'))).toBe('2026-04-07');
  });

  it('names what is missing and a day to come', () => {
    const item = { field: 'attachments', reason: 'MISSING', text: 'Konzeption' } as const;

    expect(informationRequestProblems([item], localDate('2026-03-03'), today)).toEqual([]);
    expect(informationRequestProblems([{ ...item, text: ' ' }], today, today).map(({ path }) => path)).toEqual([
      'items[0].text',
      'dueDate',
    ]);
    expect(informationRequestProblems([], localDate('2026-03-03'), today)).toEqual([
      { path: 'items', code: 'application.items-missing' },
    ]);
  });
});
