import { hasOpenItems, legFigures } from './reconciliation-rules';

const leg = (cents: number, count = 1): { count: number; cents: number } => ({ count, cents });

describe('the legs of the reconciliation', () => {
  it('stand in the order the money goes, each held against the cases to the cent', () => {
    const figures = legFigures({
      application: leg(6_000_000),
      ledger: leg(6_000_000),
      exported: leg(6_000_001),
      returned: leg(5_999_999),
    });

    expect(figures.map(({ name, differenceCents }) => [name, differenceCents])).toEqual([
      ['application', 0],
      ['ledger', 0],
      ['exported', 1],
      ['returned', -1],
    ]);
  });
});

describe('what is still open', () => {
  const none = {
    ordered: leg(0, 0),
    exportedUnanswered: { ...leg(0, 0), oldestOn: null },
    discrepancies: { count: 0 },
  };

  it('is nothing only when nothing waits anywhere', () => {
    expect(hasOpenItems(none)).toBe(false);
    expect(hasOpenItems({ ...none, discrepancies: { count: 1 } })).toBe(true);
    expect(hasOpenItems({ ...none, ordered: leg(1) })).toBe(true);
    expect(hasOpenItems({ ...none, exportedUnanswered: { ...leg(1), oldestOn: '2026-03-02' } })).toBe(true);
  });
});
