import { isIban } from '@wir/disbursements/domain';
import { caretAfter, ibanProgress } from './iban-typing';

describe('what is said while an IBAN is typed', () => {
  it.each([
    ['', 'empty', 0],
    ['DE89', 'short', 18],
    ['DE8937040044053201300', 'short', 1],
    ['DE89370400440532013000', 'valid', 0],
    ['DE89370400440532013001', 'wrong', 0],
    ['DE893704004405320130001', 'wrong', 0],
    ['89370400', 'wrong', 0],
    ['FR14', 'open', 0],
    ['FR1420041010050500013M02606', 'valid', 0],
  ])('judges %s as %s', (iban, kind, missing) => {
    expect(ibanProgress(iban, isIban(iban))).toEqual({ kind, missing });
  });
});

describe('the caret in the grouped text', () => {
  it.each([
    [0, 0],
    [4, 4],
    [5, 6],
    [8, 9],
    [99, 11],
  ])('stands behind character %i at position %i', (count, position) => {
    expect(caretAfter('DE89 3704 0', count)).toBe(position);
  });
});
