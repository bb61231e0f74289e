import { allowEmptyMarkup } from './trusted-types';

describe('the policy for markup', () => {
  it('lets an element be emptied and nothing be written', () => {
    const rules: { createHTML: (markup: string) => string | null }[] = [];
    const names: string[] = [];
    allowEmptyMarkup({
      trustedTypes: {
        createPolicy: (name: string, given: { createHTML: (markup: string) => string | null }) => {
          names.push(name);
          rules.push(given);
        },
      },
    });

    expect(names).toEqual(['default']);
    expect(['', ' ', '<b>x</b>', '<img src=x onerror=alert(1)>'].map((text) => rules[0]?.createHTML(text))).toEqual([
      '',
      null,
      null,
      null,
    ]);
  });

  it('is left out where the browser knows no Trusted Types', () => {
    expect(() => allowEmptyMarkup({})).not.toThrow();
  });
});
