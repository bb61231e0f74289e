import { localDate } from '@wir/shared/kernel';
import { anApplication, aPlanYear, CALL } from './an-application';
import { CHECK_CATALOGUE, CHECK_CODES, CHECK_GROUP_LABELS, type CheckSubject } from './check-catalogue';

function aSubject(overrides: Partial<CheckSubject> = {}): CheckSubject {
  return {
    content: anApplication(),
    call: CALL,
    applicantName: 'Landkreis Kassel',
    applicantKind: 'landkreis',
    submittedOn: localDate('2026-03-02'),
    late: false,
    ...overrides,
  };
}

function automatic(code: string, subject: CheckSubject): unknown {
  return CHECK_CATALOGUE.find((check) => check.code === code)?.automatic?.(subject);
}

describe('the check catalogue', () => {
  it('has 14 questions with code, group, German text and source, in all groups', () => {
    expect(new Set(CHECK_CODES).size).toBe(14);
    expect(new Set(CHECK_CATALOGUE.map(({ group }) => group))).toEqual(new Set(Object.keys(CHECK_GROUP_LABELS)));
    expect(CHECK_CATALOGUE.every(({ question, source }) => question.endsWith('?') && source.length > 3)).toBe(true);
  });

  it('answers all automatic questions of a sound application with yes', () => {
    const results = CHECK_CATALOGUE.flatMap(({ automatic: compute }) => (compute ? [compute(aSubject()).result] : []));

    expect(results).toHaveLength(10);
    expect(new Set(results)).toEqual(new Set(['YES']));
  });

  it('shows the figures of the caps', () => {
    expect(automatic('WITHIN_CAPS', aSubject())).toEqual({
      result: 'YES',
      text: 'Beantragt 600.000,00\u00a0€ ≤ 600.000,00\u00a0€.',
    });
    const over = anApplication({ years: [aPlanYear({ requestedCents: 12_000_001 })] });
    expect(automatic('WITHIN_CAPS', aSubject({ content: over }))).toEqual({
      result: 'NO',
      text: 'Überschritten: 2026: 120.000,01\u00a0€ > 120.000,00\u00a0€.',
    });
  });

  it.each([
    ['SUBMITTED_IN_TIME', aSubject({ late: true })],
    ['ELIGIBLE_APPLICANT', aSubject({ applicantKind: 'verein' })],
    ['ANNEXES_COMPLETE', aSubject({ content: anApplication({ attachments: [] }) })],
    ['PLAN_BALANCED', aSubject({ content: anApplication({ years: [aPlanYear({ requestedCents: 1 })] }) })],
    [
      'NO_DOUBLE_FUNDING',
      aSubject({
        content: anApplication({ declarations: { ...anApplication().declarations, noDoubleFunding: false } }),
      }),
    ],
    ['PERIOD_WITHIN_CALL', aSubject({ content: anApplication({ periodEnd: localDate('2031-06-30') }) })],
  ])('finds %s not met', (code, subject) => {
    expect(automatic(code, subject)).toMatchObject({ result: 'NO' });
  });
});
