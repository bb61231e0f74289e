import { allowEmptyMarkup } from './trusted-types';

type Rules = Readonly<Record<'createHTML' | 'createScript' | 'createScriptURL', (text: string) => string | null>>;

describe('the policy for markup', () => {
  it('lets an element be emptied and nothing be written', () => {
    const made = new Map<string, Rules>();
    allowEmptyMarkup({ trustedTypes: { createPolicy: (name: string, rules: Rules) => made.set(name, rules) } });
    const rules = made.get('default');

    expect([...made.keys()]).toEqual(['default']);
    expect(['', ' ', '<b>x</b>', '<img src=x onerror=alert(1)>'].map((text) => rules?.createHTML(text))).toEqual([
      '',
      null,
      null,
      null,
    ]);
  });

  it('lets no script and no address of one through, not even an empty one', () => {
    const made = new Map<string, Rules>();
    allowEmptyMarkup({ trustedTypes: { createPolicy: (name: string, rules: Rules) => made.set(name, rules) } });

    expect(['', 'alert(1)'].map((text) => made.get('default')?.createScript(text))).toEqual([null, null]);
    expect(['', '/x.js'].map((text) => made.get('default')?.createScriptURL(text))).toEqual([null, null]);
  });

  it('is left out where the browser knows no Trusted Types', () => {
    expect(() => allowEmptyMarkup({})).not.toThrow();
  });
});
