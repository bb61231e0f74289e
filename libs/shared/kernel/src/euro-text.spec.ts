import fc from 'fast-check';
import { cents } from './cents';
import { formatEuro, formatEuroInput, parseEuro } from './euro-text';
import { propertySeed } from './property-seed';

describe('reading an amount as typed', () => {
  it.each([
    ['1234,5', 123_450],
    ['1.234,50', 123_450],
    ['1 234,50 €', 123_450],
    ['1\u00a0234,50\u00a0€', 123_450],
    ['1\u202f234\u202f567', 123_456_700],
    ['600.000', 60_000_000],
    ['120000', 12_000_000],
    ['0', 0],
    ['0,05', 5],
    ['007,1', 710],
    ['€ 5', 500],
    ['12 EUR', 1_200],
    ['  3,99  ', 399],
  ])('takes %p', (text, expected) => {
    expect(parseEuro(text)).toEqual({ ok: true, cents: expected });
  });

  it.each([
    ['', 'euro.empty'],
    ['  € ', 'euro.empty'],
    ['1.5', 'euro.ambiguous'],
    ['12.34', 'euro.ambiguous'],
    ['1234.50', 'euro.ambiguous'],
    ['1,234.50', 'euro.ambiguous'],
    ['0.123', 'euro.ambiguous'],
    ['-5', 'euro.negative'],
    ['\u22125,00', 'euro.negative'],
    ['1,234', 'euro.too-many-decimals'],
    ['1.234,567', 'euro.too-many-decimals'],
    ['1.23,50', 'euro.invalid'],
    ['12 34', 'euro.invalid'],
    ['1.234 567', 'euro.invalid'],
    ['1234.567,00', 'euro.invalid'],
    ['12,', 'euro.invalid'],
    ['zwölf', 'euro.invalid'],
    ['1e5', 'euro.invalid'],
    ['١٢', 'euro.invalid'],
    ['99999999999999999', 'euro.too-large'],
  ])('refuses %p with %s', (text, code) => {
    expect(parseEuro(text)).toEqual({ ok: false, code });
  });
});

describe('writing an amount', () => {
  it('writes German with a no-break space and English on demand', () => {
    expect(formatEuro(cents(123_456))).toBe('1.234,56\u00a0€');
    expect(formatEuro(cents(-5))).toBe('-0,05\u00a0€');
    expect(formatEuro(cents(60_000_000))).toBe('600.000,00\u00a0€');
    expect(formatEuro(cents(123_456), 'en')).toBe('€1,234.56');
    expect(formatEuroInput(cents(123_456))).toBe('1.234,56');
  });

  it('is read back as the same amount', () => {
    const anyAmount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(cents);
    fc.assert(
      fc.property(anyAmount, (amount) => {
        expect(parseEuro(formatEuro(amount))).toEqual({ ok: true, cents: amount });
        expect(parseEuro(formatEuroInput(amount))).toEqual({ ok: true, cents: amount });
      }),
      { seed: propertySeed('euro text') },
    );
  });
});
