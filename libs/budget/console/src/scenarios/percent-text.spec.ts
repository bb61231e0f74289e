import { basisPointsText, parseBasisPoints } from './percent-text';

describe('a percentage', () => {
  it.each([
    ['2,5', 250],
    ['2.5', 250],
    ['12 %', 1200],
    ['0,05', 5],
    ['100', 10_000],
  ])('reads %s', (text, basisPoints) => {
    expect(parseBasisPoints(text)).toBe(basisPoints);
  });

  it.each(['', '-1', '2,505', '1e2', 'zwei', '1.000,5'])('does not guess what "%s" means', (text) => {
    expect(parseBasisPoints(text)).toBeNull();
  });

  it.each([5, 50, 250, 255, 1200, 10_000])('%s hundredths come back as they were', (basisPoints) => {
    expect(parseBasisPoints(basisPointsText(basisPoints))).toBe(basisPoints);
  });
});
