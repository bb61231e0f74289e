import fc from 'fast-check';
import { remittanceText, toSepaText } from './remittance-text';

const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647);
process.stdout.write(`remittance: SEED=${seed}\n`);

describe('the remittance text', () => {
  it('names programme, case, year, instalment and file', () => {
    expect(
      remittanceText({ caseNumber: 'WIR-2026-0017', year: 2026, instalment: 1, fileReference: 'VI 4 – 58g 0401/2025' }),
    ).toBe('WIR WIR-2026-0017 HHJ 2026 Rate 1 VI 4 - 58g 0401/2025');
  });

  it('writes German letters out and replaces the rest', () => {
    expect(toSepaText('Große Kreisstadt Gießen, Öffnung & Façade «2026» €')).toBe(
      'Grosse Kreisstadt Giessen, Oeffnung . Facade .2026. .',
    );
    expect(toSepaText('/ /a//b/')).toBe('a/b');
  });

  it('always fits the SEPA rules', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const sepa = toSepaText(text);
        expect(sepa).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]{0,140}$/);
        expect(sepa).not.toMatch(/\/\/|^\/|^\s|\s$/);
      }),
      { seed },
    );
  });
});
