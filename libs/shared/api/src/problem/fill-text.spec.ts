import { fillText } from './fill-text';

describe('the text of a refusal', () => {
  it('shows amounts in euro, days in German and everything else as it is', () => {
    const text = fillText('{year}: frei sind {freeCents} bis {earliestDate} ({reason})', {
      year: 2026,
      freeCents: 123_456,
      earliestDate: '2026-03-02',
    });

    expect(text).toBe('2026: frei sind 1.234,56\u00a0€ bis 02.03.2026 (–)');
  });
});
