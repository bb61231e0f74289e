import { median, summary } from './compare.mjs';
import { jsonLine, passes, table } from './report.mjs';

describe('the report of the bench', () => {
  it('takes the ratio of the medians', () => {
    const rounds = [
      { portal: 30, bare: 100 },
      { portal: 10, bare: 90 },
      { portal: 20, bare: 20 },
    ];

    expect(summary(rounds)).toEqual({ portal: 20, bare: 90, ratio: 20 / 90, n: 3 });
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('wants ratios big, and time, memory and statements small', () => {
    expect([
      passes('list', 0.35),
      passes('list', 0.349),
      passes('boot-seconds', 2),
      passes('boot-seconds', 2.01),
    ]).toEqual([true, false, true, false]);
  });

  it('prints a line for programs, also of figures without a limit', () => {
    expect(jsonLine({ id: 'create', title: 'Antrag anlegen', value: 0.19876, n: 5 })).toBe(
      '{"id":"create","value":0.199,"limit":0.2,"pass":false,"n":5}',
    );
    expect(jsonLine({ id: 'letter', title: 'Bescheid', value: 0.5, n: 5 })).toBe(
      '{"id":"letter","value":0.5,"limit":null,"pass":true,"n":5}',
    );
  });

  it('names what is missed in the table for people', () => {
    const text = table([{ id: 'resident-mib', title: 'Speicher', value: 170, n: 5 }]);

    expect(text).toMatch(/Speicher +170 +≤ 160 +VERFEHLT +5/);
  });
});
