import { isTable, readPastedLines } from './pasted-lines';

describe('reading lines from the clipboard', () => {
  it.each([
    ['Koordination\t1\t12\t72.750,00', 'COORDINATOR_POST', 'Koordination', 7_275_000],
    ['Koordination\tStelle 1 (EG 11)\t1\t12\t72.750,00', 'COORDINATOR_POST', 'Stelle 1 (EG 11)', 7_275_000],
    ['Mikroprojekte\t5000', 'MICRO_PROJECT_FUND', 'Mikroprojekte', 500_000],
    ['Druck\t1 234,50 €', 'MATERIAL_COST', 'Druck', 123_450],
    ['Sachausgaben\tDruck\t1.234,50', 'MATERIAL_COST', 'Druck', 123_450],
  ])('understands %j', (text, component, label, amountCents) => {
    expect(readPastedLines(text)[0]?.expense).toMatchObject({ component, label, amountCents });
  });

  it('reads posts and months only where posts are meant', () => {
    expect(readPastedLines('Mitarbeitsstelle\t0,75\t6\t15.000')[0]?.expense).toMatchObject({ fte: 0.75, months: 6 });
    expect(readPastedLines('Miete\t2\t6\t15.000')[0]?.expense).toMatchObject({ fte: null, months: null });
  });

  it('keeps a cell in quotes together', () => {
    const [line] = readPastedLines('"Raum ""Süd""\nmit Küche"\t1.000,00');

    expect(line?.expense).toMatchObject({ label: 'Raum "Süd"\nmit Küche', amountCents: 100_000 });
  });

  it('does not guess an English decimal point', () => {
    const [line] = readPastedLines('Druck\t1.5');

    expect(line?.expense.amountCents).toBeNull();
    expect(line?.unreadable).toBe('1.5');
  });

  it('takes one cell for text and several for a table', () => {
    expect(isTable('72.750,00')).toBe(false);
    expect(isTable('72.750,00\n')).toBe(false);
    expect(isTable('a\t1')).toBe(true);
  });
});
