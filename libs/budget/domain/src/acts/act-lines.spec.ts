import { cents, DomainError, fiscalYear, localDate, transitionFaults } from '@wir/shared/kernel';
import type { TransferKind } from '../transfer-rules';
import { planBudgetAct, type BudgetActContent, type BudgetActLine } from './act-lines';
import { BUDGET_ACT_KINDS, BUDGET_ACT_RULES, BUDGET_ACT_TRANSITIONS, type BudgetActKind } from './budget-act';

const line = (kind: TransferKind, year: number, amount: number, more: Partial<BudgetActLine> = {}): BudgetActLine => ({
  kind,
  year: fiscalYear(year),
  dueYear: null,
  lineId: 'main',
  targetLineId: null,
  amountCents: cents(amount),
  ...more,
});
const act = (
  kind: BudgetActKind,
  lines: readonly BudgetActLine[],
  more: Partial<BudgetActContent> = {},
): BudgetActContent => ({
  kind,
  lines,
  consentReference: null,
  carryOverEndsOn: null,
  ...more,
});
const codeOf = (content: BudgetActContent): string | null => {
  try {
    planBudgetAct(content);
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};
const CONSENT = { consentReference: 'HMdF III 2', carryOverEndsOn: localDate('2028-12-31') };

describe('a budget act', () => {
  it('has a sound table of states', () => {
    expect(transitionFaults(BUDGET_ACT_TRANSITIONS)).toEqual([]);
  });

  it('is booked in ascending years, whatever order it was written in', () => {
    const planned = planBudgetAct(act('LOCK', [line('LOCK', 2030, 1), line('LOCK', 2026, 2), line('LOCK', 2028, 3)]));

    expect(planned.map(({ year }) => year)).toEqual([2026, 2028, 2030]);
  });

  it('takes only bookings of its kind', () => {
    for (const kind of BUDGET_ACT_KINDS) {
      const foreign = BUDGET_ACT_RULES[kind].transfers.includes('LOCK') ? 'CUT' : 'LOCK';
      expect(codeOf(act(kind, [line(foreign, 2026, 1)]))).toBe('budget-act.line-not-of-kind');
    }
  });

  it.each<[string, BudgetActContent, string | null]>([
    ['no line', act('LOCK', []), 'budget-act.lines-missing'],
    [
      'forty-one lines',
      act(
        'LOCK',
        Array.from({ length: 41 }, () => line('LOCK', 2026, 1)),
      ),
      'budget-act.lines-missing',
    ],
    [
      'an authorisation without due year',
      act('VE_CHANGE', [line('AUTHORISE', 2026, 1)]),
      'budget-act.due-year-invalid',
    ],
    [
      'an authorisation due in its own year',
      act('VE_CHANGE', [line('AUTHORISE', 2026, 1, { dueYear: fiscalYear(2026) })]),
      'budget-act.due-year-invalid',
    ],
    [
      'an authorisation for a later year',
      act('VE_CHANGE', [line('AUTHORISE', 2026, 1, { dueYear: fiscalYear(2027) })]),
      null,
    ],
    [
      'a shift onto itself',
      act('LINE_SHIFT', [line('SHIFT', 2026, 1, { targetLineId: 'main' })]),
      'budget-act.target-line-invalid',
    ],
    ['a shift without target', act('LINE_SHIFT', [line('SHIFT', 2026, 1)]), 'budget-act.target-line-invalid'],
    [
      'a cent too much on one side',
      act('REPHASE', [line('REPHASE_OUT', 2026, 100), line('REPHASE_IN', 2027, 101)]),
      'budget-act.not-balanced',
    ],
    [
      'the same year on both sides',
      act('REPHASE', [line('REPHASE_OUT', 2026, 100), line('REPHASE_IN', 2026, 100)]),
      'budget-act.same-year',
    ],
    [
      'a balance over three years',
      act('REPHASE', [line('REPHASE_OUT', 2026, 100), line('REPHASE_IN', 2027, 60), line('REPHASE_IN', 2028, 40)]),
      null,
    ],
    [
      'a carry-over without consent',
      act('CARRY_OVER', [line('CARRY_OUT', 2026, 1), line('CARRY_IN', 2027, 1)]),
      'budget-act.consent-missing',
    ],
    [
      'a carry-over without end',
      act('CARRY_OVER', [line('CARRY_OUT', 2026, 1), line('CARRY_IN', 2027, 1)], { consentReference: 'HMdF' }),
      'budget-act.end-missing',
    ],
    [
      'a carry-over backwards',
      act('CARRY_OVER', [line('CARRY_OUT', 2027, 1), line('CARRY_IN', 2026, 1)], CONSENT),
      'budget-act.carry-over-not-forward',
    ],
    [
      'a carry-over into the third year',
      act('CARRY_OVER', [line('CARRY_OUT', 2026, 1), line('CARRY_IN', 2027, 1)], {
        ...CONSENT,
        carryOverEndsOn: localDate('2029-01-01'),
      }),
      'budget-act.end-out-of-range',
    ],
    [
      'a carry-over with consent and end',
      act('CARRY_OVER', [line('CARRY_OUT', 2026, 1), line('CARRY_IN', 2028, 1)], CONSENT),
      null,
    ],
  ])('with %s', (_name, content, code) => {
    expect(codeOf(content)).toBe(code);
  });
});
