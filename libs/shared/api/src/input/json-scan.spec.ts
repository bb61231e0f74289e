import { JsonScanError, parseStrictJson } from './json-scan';

function faultOf(text: string): string {
  try {
    parseStrictJson(text);
    return 'accepted';
  } catch (error) {
    return error instanceof JsonScanError ? error.code : String(error);
  }
}

describe('parseStrictJson', () => {
  it.each([
    '{}',
    '[]',
    '"ä😀"',
    '{"a":[1,{"b":null}],"c":"\\u00e4 \\" \\\\"}',
    ' { "a" : -0.5e2 } ',
    '9007199254740991',
  ])('reads %s as JSON.parse does', (text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['a name twice', '{"a":1,"a":2}', 'input.duplicate-key'],
    ['a name twice by escape', '{"a":1,"\\u0061":2}', 'input.duplicate-key'],
    ['an integer beyond 2^53 - 1', '{"a":9007199254740993}', 'input.unsafe-number'],
    ['a number without end', '1e999', 'input.unsafe-number'],
    ['a NUL', '{"a":"x\\u0000"}', 'input.forbidden-character'],
    ['half a surrogate pair', '{"a":"\\ud800"}', 'input.forbidden-character'],
    ['a prototype key', '{"__proto__":{}}', 'input.forbidden-key'],
    ['an open string', '{"a":"x', 'input.not-json'],
    ['a string ending in an escape', '{"a":"x\\"}', 'input.not-json'],
    ['a raw line break in a string', '{"a":"x\ny"}', 'input.not-json'],
    ['nothing', '', 'input.not-json'],
    ['a trailing comma', '[1,]', 'input.not-json'],
    ['a leading zero', '[01]', 'input.not-json'],
    ['33 levels', '['.repeat(33) + ']'.repeat(33), 'input.too-deep'],
    ['5,000 levels', '{"a":'.repeat(5000) + '1' + '}'.repeat(5000), 'input.too-deep'],
    ['2,001 members', `{${Array.from({ length: 2001 }, (_, i) => `"k${i}":1`).join(',')}}`, 'input.too-many-keys'],
  ])('refuses %s', (_name, text, code) => {
    expect(faultOf(text)).toBe(code);
  });

  it('takes 32 levels and 2,000 members', () => {
    expect(faultOf('['.repeat(32) + ']'.repeat(32))).toBe('accepted');
    expect(faultOf(`{${Array.from({ length: 2000 }, (_, i) => `"k${i}":1`).join(',')}}`)).toBe('accepted');
  });
});
