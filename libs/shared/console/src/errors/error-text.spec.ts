import { ApiProblem, toApiProblem } from './api-problem';
import { addErrorTexts, errorText, problemText } from './error-text';

describe('the sentence for a refusal', () => {
  it('is written in both languages with its gaps filled', () => {
    addErrorTexts({
      'test.exceeded': {
        de: 'Im Jahr {year} sind nur noch {freeCents} frei, ab {earliestDate}.',
        en: 'In {year} only {freeCents} are free, from {earliestDate}.',
      },
    });
    const members = { year: 2026, freeCents: 123456, earliestDate: '2026-03-06' };

    expect(errorText('test.exceeded', 'de', members)).toBe(
      'Im Jahr 2026 sind nur noch 1.234,56\u00a0€ frei, ab 06.03.2026.',
    );
    expect(errorText('test.exceeded', 'en', members)).toBe('In 2026 only €1,234.56 are free, from 06.03.2026.');
  });

  it('is the server’s own German one for a code this console does not know', () => {
    const problem = new ApiProblem(409, 'new.code', 'Das geht erst morgen.', 'r-1');

    expect(problemText(problem, 'de')).toBe('Das geht erst morgen.');
    expect(problemText(problem, 'en')).toContain('did not work');
  });
});

describe('reading what the server sent', () => {
  it('takes a problem document with its faults', () => {
    const problem = toApiProblem(400, {
      code: 'input.invalid',
      detail: 'Text',
      requestId: 'r',
      errors: [{ path: 'a[0].b', code: 'x.y' }],
      year: 2026,
    });

    expect(problem).toMatchObject({
      status: 400,
      code: 'input.invalid',
      requestId: 'r',
      errors: [{ path: 'a[0].b', code: 'x.y' }],
    });
    expect(problem.members['year']).toBe(2026);
  });

  it.each([
    [0, undefined, 'console.network'],
    [401, 'nonsense', 'auth.not-signed-in'],
    [503, null, 'console.busy'],
    [502, '<html>', 'console.unreadable-answer'],
  ])('makes an honest problem of status %i with %p', (status, body, code) => {
    expect(toApiProblem(status, body).code).toBe(code);
  });
});
