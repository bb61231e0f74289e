import { callRules } from '../../data/programme-client';
import { SAMPLE_CALL, sampleApplication, samplePlanYear } from '../../testing/sample-application';
import { isDraft, toDraft, withYearsOfPeriod, type Draft } from './draft';
import { draftProblems } from './draft-rules';
import { savingOf } from './draft-saving';

const rules = callRules(SAMPLE_CALL, 'DIVERSITY_CENTRE');
const application = sampleApplication();

function edited(change: Partial<Draft>): Draft {
  return { ...toDraft(application), ...change };
}

describe('saving a draft', () => {
  it('has nothing to send for what was just loaded', () => {
    expect(savingOf(toDraft(application), application, rules)).toEqual({ change: null, plan: null, heldBack: [] });
  });

  it('sends only what has changed', () => {
    const saving = savingOf(edited({ title: 'Neuer Titel' }), application, rules);

    expect(saving).toEqual({ change: { title: 'Neuer Titel' }, plan: null, heldBack: [] });
  });

  it('holds a plan back that the server would refuse, and sends the rest', () => {
    const draft = edited({ purpose: 'Anders' });
    const [first] = draft.years;
    if (first) first.requestedCents = 1;

    expect(savingOf(draft, application, rules)).toEqual({
      change: { purpose: 'Anders' },
      plan: null,
      heldBack: ['plan'],
    });
  });

  it('sends a plan that holds, without the years that are empty', () => {
    const draft = edited({});
    draft.years = draft.years.slice(0, 1);

    expect(savingOf(draft, application, rules).plan).toEqual([samplePlanYear(2026)]);
  });

  it('holds a period back that lies outside the call', () => {
    expect(savingOf(edited({ periodEnd: '2031-12-31' }), application, rules).heldBack).toEqual(['period']);
    expect(savingOf(edited({ periodStart: null }), application, rules).heldBack).toEqual(['period']);
  });
});

describe('the years of a draft', () => {
  it('follow the period, and lose nothing that was typed', () => {
    const shorter = withYearsOfPeriod(edited({ periodEnd: '2026-12-31' }));
    const longer = withYearsOfPeriod(edited({ periodEnd: '2029-12-31' }));

    expect(shorter.years.map(({ year }) => year)).toEqual([2026, 2027]);
    expect(longer.years.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029]);
  });

  it('give problems the path of the form, where empty years count too', () => {
    const draft = withYearsOfPeriod(edited({ periodEnd: '2028-12-31' }));
    const [first, second] = draft.years;
    if (!first || !second || !rules) throw new Error('sample');
    Object.assign(first, { expenses: [], income: [], requestedCents: null });
    second.requestedCents = 1;

    const paths = draftProblems(draft, ['CONCEPT'], rules).map(({ path }) => path);

    expect(paths).toEqual(['years[1]']);
  });
});

describe('a copy kept in the browser', () => {
  it('is taken only in the known shape', () => {
    expect(isDraft(JSON.parse(JSON.stringify(toDraft(application))))).toBe(true);
    expect(isDraft({ title: 'x' })).toBe(false);
    expect(isDraft({ ...toDraft(application), years: [{ year: '2026' }] })).toBe(false);
    expect(isDraft(null)).toBe(false);
  });
});
