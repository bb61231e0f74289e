import { localDate } from '@wir/shared/kernel';
import { anApplication, CALL } from './an-application';
import { isLate, submissionProblems } from './submission-problems';

function problems(overrides: Parameters<typeof anApplication>[0]): string[] {
  return submissionProblems(anApplication(overrides), CALL).map(({ path, code }) => `${path} ${code}`);
}

describe('handing an application in', () => {
  it('is possible when everything is there', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    [{ title: ' ' }, 'title application.title-missing'],
    [{ purpose: '' }, 'purpose application.purpose-missing'],
    [{ contactName: '' }, 'contactName application.contact-name-missing'],
    [{ contactEmail: '' }, 'contactEmail application.contact-email-missing'],
    [{ contactEmail: 'kreis' }, 'contactEmail application.contact-email-invalid'],
    [{ attachments: [{ kind: 'OTHER' as const }] }, 'attachments application.concept-missing'],
  ])('is hindered by %j', (overrides, expected) => {
    expect(problems(overrides)).toEqual([expected]);
  });

  it('asks for each declaration by name', () => {
    const declarations = {
      noPrematureStart: false,
      totalFinancingSecured: true,
      noDoubleFunding: false,
      noInputTaxDeduction: true,
    };

    expect(problems({ declarations })).toEqual([
      'declarations.noPrematureStart application.declaration-missing',
      'declarations.noDoubleFunding application.declaration-missing',
    ]);
  });

  it('keeps the period within the call', () => {
    expect(problems({ periodStart: localDate('2025-12-31') })).toEqual(['periodStart application.period-outside-call']);
    expect(problems({ periodEnd: localDate('2031-01-01') })).toEqual(['periodEnd application.period-outside-call']);
    expect(problems({ periodStart: localDate('2028-01-01'), periodEnd: localDate('2027-12-31') })[0]).toBe(
      'periodEnd application.period-empty',
    );
  });

  it('shows an empty draft all that is missing', () => {
    const empty = { title: '', purpose: '', contactName: '', contactEmail: '', years: [], attachments: [] };

    expect(problems(empty)).toHaveLength(6);
  });
});

describe('a closing day', () => {
  it.each([
    ['2026-03-31', '2026-03-31', false],
    ['2026-04-01', '2026-03-31', true],
    ['2026-04-07', '2026-04-03', false],
    ['2026-04-08', '2026-04-03', true],
  ])('submitted %s, closing %s: late %p', (submitted, closes, expected) => {
    expect(isLate(localDate(submitted), localDate(closes))).toBe(expected);
  });
});
