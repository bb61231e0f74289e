import { cents, euros, localDate } from '@wir/shared/kernel';
import { ceilingOf, diversityCentreCaps, fteHundredths, postCap } from './caps';
import { PROGRAMME_PARAMETERS, programmeParameterAt } from './programme-parameters';

describe('the cap of a post', () => {
  it.each([
    [100, 12, 60_000],
    [75, 8, 30_000],
    [200, 12, 120_000],
    [50, 1, 2_500],
    [100, 0, 0],
  ])('%d hundredths over %d months: %d €', (hundredths, months, expected) => {
    expect(postCap(euros(60_000), hundredths, months)).toBe(euros(expected));
  });

  it('gives no fraction of a cent away', () => {
    expect(postCap(cents(10_000), 33, 7)).toBe(1925);
    expect(postCap(cents(10_001), 33, 7)).toBe(1925);
  });
});

describe('the ceilings of a diversity centre', () => {
  const caps = diversityCentreCaps(localDate('2026-03-02'));

  it('are 120.000 €, 20.000 € and 5.000 € in a full year', () => {
    expect(caps.map((cap) => ceilingOf(cap, 12))).toEqual([euros(120_000), euros(20_000), euros(5_000)]);
  });

  it('go down with the months for posts, not for the fund', () => {
    expect(caps.map((cap) => ceilingOf(cap, 6))).toEqual([euros(60_000), euros(10_000), euros(5_000)]);
    expect(caps.map((cap) => ceilingOf(cap, 0))).toEqual([0, 0, 0]);
  });

  it('follow the parameter of the day', () => {
    const raised = [
      ...PROGRAMME_PARAMETERS,
      { name: 'assistant_cap_year', validFrom: localDate('2027-01-01'), value: 2_500_000, source: 'Änderung' } as const,
    ];

    expect(programmeParameterAt('assistant_cap_year', localDate('2026-12-31'), raised)).toBe(2_000_000);
    expect(diversityCentreCaps(localDate('2027-01-01'), raised)[1]?.capCentsPerUnitYear).toBe(euros(25_000));
  });

  it('know no assistant before 2022', () => {
    expect(() => diversityCentreCaps(localDate('2021-12-31'))).toThrow('parameter.not-in-force');
  });
});

describe('full-time equivalents', () => {
  it.each([
    [0.75, 75],
    [1, 100],
    [0.1 + 0.2, 30],
    [0.333, null],
    [0, null],
    [-1, null],
    [Number.NaN, null],
  ])('%d are %p hundredths', (fte, expected) => {
    expect(fteHundredths(fte)).toBe(expected);
  });
});
