import { budgetOf } from '../testing/budget-of';
import { matrixColumns, matrixRows } from './matrix-rows';

const figuresOf = (rows: ReturnType<typeof matrixRows>): string[] => rows.map(({ figure }) => figure);

describe('the rows of the matrix', () => {
  it('sum over the years to the column of all years', () => {
    const rows = matrixRows(
      budgetOf({ 2026: { paidCents: 12_345, reservedCents: 1 }, 2027: { committedCents: 7 } }),
      null,
    );

    for (const { cells } of rows) {
      const years = cells.filter(({ column }) => column !== 'total');
      const total = cells.find(({ column }) => column === 'total');
      expect(total?.cents).toBe(years.reduce((sum, { cents }) => sum + cents, 0));
    }
  });

  it('sum over the parts to the Ansatz', () => {
    const [ansatz, ...parts] = matrixRows(budgetOf({ 2026: { paidCents: 5_000, lockedCents: 300 } }), null);

    matrixColumns(budgetOf()).forEach((_column, index) => {
      const sum = parts.reduce((total, { cells }) => total + (cells[index]?.cents ?? 0), 0);
      expect(sum).toBe(ansatz?.cells[index]?.cents);
    });
  });

  it('leave out locked and lapsed funds unless there are some', () => {
    expect(figuresOf(matrixRows(budgetOf(), null))).not.toContain('locked');
    expect(figuresOf(matrixRows(budgetOf({ 2027: { lockedCents: 1 } }), null))).toContain('locked');
    expect(figuresOf(matrixRows(budgetOf(), budgetOf({ 2026: { lapsedCents: 1 } })))).toContain('lapsed');
  });

  it('tell what has changed since the day shown', () => {
    const rows = matrixRows(
      budgetOf({ 2026: { reservedCents: 40_000 } }),
      budgetOf({ 2026: { reservedCents: 25_000 } }),
    );

    const reserved = rows.find(({ figure }) => figure === 'reserved');

    expect(reserved?.cells.map(({ changeCents }) => changeCents)).toEqual([-15_000, 0, -15_000]);
  });
});
