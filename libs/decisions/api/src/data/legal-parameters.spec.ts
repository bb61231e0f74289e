import { localDate, parameterAt } from '@wir/shared/kernel';
import { deadlineParameters } from './legal-parameters.queries';

const day = localDate('2026-03-02');

describe('the parameters of the deadlines', () => {
  it('come from the table, with the terms of a faulty notice turned from years into months', () => {
    const parameters = deadlineParameters([
      { code: 'deemed_days_post', valid_from: localDate('2000-01-01'), value: 3, source: '§ 41 Abs. 2 HVwVfG' },
      { code: 'deemed_days_post', valid_from: localDate('2026-03-01'), value: 4, source: '§ 41 Abs. 2 HVwVfG n. F.' },
      { code: 'appeal_years_if_faulty', valid_from: localDate('2000-01-01'), value: 1, source: '§ 58 Abs. 2 VwGO' },
      { code: 'hearing_days', valid_from: localDate('2000-01-01'), value: 28, source: '§ 28 HVwVfG' },
    ]);

    expect(parameterAt(parameters, 'deemed_days_post', day)).toMatchObject({
      value: 4,
      source: '§ 41 Abs. 2 HVwVfG n. F.',
    });
    expect(parameterAt(parameters, 'deemed_days_post', localDate('2026-02-28')).value).toBe(3);
    expect(parameterAt(parameters, 'appeal_months_if_faulty', day).value).toBe(12);
  });

  it('are the defaults of the engine where the table is silent', () => {
    expect(parameterAt(deadlineParameters([]), 'portal_limit_days', day).value).toBe(10);
  });
});
