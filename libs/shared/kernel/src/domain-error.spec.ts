import { DomainError, httpStatusOf, refuseProblems } from './domain-error';

describe('a refusal', () => {
  it('carries kind, code and details', () => {
    const error = new DomainError('conflict', 'award.tranche-exceeded', { openCents: 5 });

    expect(error).toMatchObject({
      name: 'DomainError',
      message: 'award.tranche-exceeded',
      kind: 'conflict',
      details: { openCents: 5 },
    });
    expect(httpStatusOf(error.kind)).toBe(409);
  });

  it('gathers problems of an input', () => {
    expect(() => refuseProblems([], 'unprocessable', 'plan.invalid')).not.toThrow();
    expect(() => refuseProblems([{ path: 'years', code: 'plan.empty' }], 'unprocessable', 'plan.invalid')).toThrow(
      'plan.invalid',
    );
  });
});
