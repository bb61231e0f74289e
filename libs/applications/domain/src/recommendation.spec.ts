import { aPlanYear } from './an-application';
import { CHECK_CODES } from './check-catalogue';
import { recommendationProblems, type CheckAnswer, type Recommendation } from './recommendation';

const plan = [aPlanYear(), aPlanYear({ year: 2027 })];
const answers: CheckAnswer[] = CHECK_CODES.map((code) => ({ code, result: 'YES', note: '' }));
const full: Recommendation = {
  years: [
    { year: 2026, proposedCents: 12_000_000 },
    { year: 2027, proposedCents: 12_000_000 },
  ],
  reasons: '',
};

function problems(recommendation: Partial<Recommendation>, given = answers): string[] {
  return recommendationProblems({ ...full, ...recommendation }, plan, given).map(({ path, code }) => `${path} ${code}`);
}

describe('closing the review note', () => {
  it('needs no reasons when everything is met and proposed in full', () => {
    expect(problems({})).toEqual([]);
  });

  it('asks for every check', () => {
    expect(problems({}, answers.slice(1))).toEqual([`checks.${CHECK_CODES[0]} application.check-unanswered`]);
  });

  it('asks for the reason of a failing check, in its note or in the reasons', () => {
    const failing = answers.map((answer) =>
      answer.code === 'ECONOMICAL' ? { ...answer, result: 'NO' as const } : answer,
    );

    expect(problems({}, failing)).toEqual(['checks.ECONOMICAL application.reasons-missing']);
    expect(problems({ reasons: 'Hinnehmbar, weil …' }, failing)).toEqual([]);
    expect(
      problems(
        {},
        failing.map((answer) => ({ ...answer, note: 'Siehe Vermerk' })),
      ),
    ).toEqual([]);
  });

  it('proposes nothing above the request of the year and nothing for an unknown year', () => {
    expect(problems({ years: [{ year: 2026, proposedCents: 12_000_001 }], reasons: 'x' })).toEqual([
      'years[0].proposedCents application.proposed-over-requested',
    ]);
    expect(problems({ years: [{ year: 2031, proposedCents: 1 }], reasons: 'x' })).toEqual([
      'years[0].year application.proposed-year-unknown',
    ]);
    expect(problems({ years: [...full.years, { year: 2026, proposedCents: 1 }] })).toEqual([
      'years[2].year application.year-duplicate',
    ]);
    expect(problems({ years: [{ year: 2026, proposedCents: 0.5 }], reasons: 'x' })).toEqual([
      'years[0].proposedCents application.amount-invalid',
    ]);
  });

  it('asks for the reasons of a cut, also of a year left out', () => {
    expect(problems({ years: [{ year: 2026, proposedCents: 12_000_000 }] })).toEqual([
      'reasons application.reasons-missing',
    ]);
    expect(problems({ years: [], reasons: 'x' })).toEqual(['years application.plan-missing']);
  });
});
