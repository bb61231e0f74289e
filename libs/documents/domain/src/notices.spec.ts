import { cents, euros, type Cents } from '@wir/shared/kernel';
import { awardNotice } from './award-notice';
import { rejectionNotice } from './rejection-notice';
import type { LetterData, NoticeBlock } from './letter-data';
import { sampleAwardFacts, sampleYear, sampleRejectionFacts } from './sample-notices';

function blocksOf(letter: LetterData): NoticeBlock[] {
  return letter.sections.flatMap((section) => section.blocks);
}

function allText(letter: LetterData): string {
  return JSON.stringify(letter).replaceAll('\u00a0', ' ');
}

describe('writing a grant notice', () => {
  it('contains what the law asks for', () => {
    const text = allText(awardNotice(sampleAwardFacts()));

    for (const content of [
      'Hessisches Ministerium für Arbeit,',
      'Dr. Katharina Vogel',
      'VI 4 - 58g 0401-0003/2026/017',
      'Kreisausschuss des Landkreises Marburg-Biedenkopf',
      'Zuwendungsbescheid (Projektförderung)',
      'Antrag vom 12. Januar 2026, zuletzt geändert am 3. Februar 2026',
      'Betrieb eines kommunalen WIR-Vielfaltszentrums',
      '600.000,00 Euro',
      'sechshunderttausend Euro',
      'nicht rückzahlbarer Zuschuss',
      'Festbetragsfinanzierung',
      '810.000,00 Euro',
      '1. Januar 2026 bis 31. Dezember 2030',
      'Verpflichtungsermächtigung',
      'Vorbehalt, dass der Haushaltsgesetzgeber',
      'auf Anforderung ausgezahlt',
      'ANBest-GK',
      'Auflage',
      'Widerrufsvorbehalt',
      '30. April des Folgejahres',
      'Rechnungshof',
      'endgültig festgesetzt',
      'Datenschutz',
      'Begründung',
      'Rechtsbehelfsbelehrung',
      'Zielvereinbarung',
      'Erklärung zum Zuwendungsbescheid',
    ])
      expect(text).toContain(content);
  });

  it('declines the authority’s name within a sentence', () => {
    expect(allText(awardNotice(sampleAwardFacts()))).not.toContain('das Hessisches');
  });

  it('names the grantee’s court and says nothing about the form of the action', () => {
    const remedy = awardNotice(sampleAwardFacts({ court: 'VG Frankfurt am Main' })).sections.at(-1);

    expect(JSON.stringify(remedy)).toContain(
      'Verwaltungsgericht Frankfurt am Main, Adalbertstraße 18, 60486 Frankfurt am Main',
    );
    expect(JSON.stringify(remedy)).not.toMatch(/schriftlich|Niederschrift/u);
  });

  it('refuses an unknown court, since the notice would be faulty', () => {
    expect(() => awardNotice(sampleAwardFacts({ court: 'VG Mainz' }))).toThrow('document.court-unknown');
  });

  it('shows the budget years with their sum', () => {
    const table = blocksOf(awardNotice(sampleAwardFacts())).find(
      (block) => block.kind === 'table' && block.columns[0] === 'Haushaltsjahr',
    );

    expect(table).toMatchObject({
      rows: [{ cells: ['Kassenmittel', '120.000,00'] }, {}, {}, {}, {}, { kind: 'sum', cells: ['', '600.000,00'] }],
    });
  });

  it('lets expenses and financing end in the same sums when less was granted', () => {
    const years = [sampleYear(2026, { amountCents: euros(100_000) }), sampleYear(2027)];
    const plan = blocksOf(awardNotice(sampleAwardFacts({ years }))).find((block) => block.kind === 'table');
    const rows = plan?.kind === 'table' ? plan.rows : [];

    expect(rows.find((row) => row.label.startsWith('Weitere Eigenmittel'))?.cells).toEqual([
      '20.000,00',
      '0,00',
      '20.000,00',
    ]);
    expect(rows.find((row) => row.label === 'Finanzierung')?.cells).toEqual(
      rows.find((row) => row.label === 'Zuwendungsfähige Ausgaben')?.cells,
    );
  });

  it('refuses a grant above the uncovered expenses', () => {
    expect(() =>
      awardNotice(sampleAwardFacts({ years: [sampleYear(2026, { amountCents: cents(euros(120_000) + 1) as Cents })] })),
    ).toThrow('document.plan-exceeded');
  });

  it('dispenses with reasons when none are given', () => {
    const facts = sampleAwardFacts();

    expect(allText(awardNotice({ ...facts, texts: { ...facts.texts, reasons: ' ' } }))).toContain(
      '§ 39 Abs. 2 Nr. 1 HVwVfG',
    );
  });
});

describe('writing a rejection notice', () => {
  it('gives decision, reasons and remedy', () => {
    const text = allText(rejectionNotice(sampleRejectionFacts()));

    for (const content of [
      'Ablehnungsbescheid',
      'wird abgelehnt',
      'vor der Bewilligung begonnen',
      'Verwaltungsgericht Gießen',
    ])
      expect(text).toContain(content);
  });

  it('refuses to burden without reasons', () => {
    expect(() => rejectionNotice(sampleRejectionFacts({ reasons: '\n ' }))).toThrow('document.reasons-missing');
  });
});
