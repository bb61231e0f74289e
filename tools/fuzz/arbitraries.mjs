import fc from 'fast-check';
import { resolved } from './contract.mjs';

/** What has broken programs before: injections, encodings, bounds of types, paths, formulas, templates. */
export const HOSTILE = [
  '',
  ' ',
  "' OR '1'='1",
  "'; DROP TABLE budget.transfer; --",
  '1); SELECT pg_sleep(10); --',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}} ${7*7} <%= 7*7 %> #{7*7}',
  '=HYPERLINK("http://127.0.0.1/")',
  '@SUM(1+1)',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '%00',
  '%2e%2e%2f',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202etxt.exe',
  '\ufeff',
  '\u200b\u200d',
  'A\u030a',
  'İıſẞ',
  '🏳️‍🌈👩‍👩‍👧‍👦',
  '1e400',
  '-0',
  'NaN',
  'Infinity',
  '9007199254740993',
  '1.000,00',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  '2026-02-30',
  '2026-03-29T02:30:00+01:00',
  '0000-01-01',
  '9999-12-31',
  '+275760-09-13',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(5_000),
  '\r\nSet-Cookie: a=b',
];

const WRONG = fc.constantFrom(null, true, 0, -1, 1.5, 1e308, 'text', [], [[]], {}, [null], { a: { b: {} } });
/** Days of the programme; moments stay near the demo's clock, which one of the routes sets: it runs the jobs of each day between. */
const days = fc.integer({ min: 0, max: 1_460 }).map((offset) => new Date(Date.UTC(2026, 0, 1 + offset)));
const moments = fc.integer({ min: 0, max: 30 }).map((offset) => new Date(Date.UTC(2026, 1, 20 + offset, 8)));

/**
 * Values for a schema. `tame` makes only what the schema allows; otherwise each leaf may be a bound, of another type or
 * from the dictionary above.
 *
 * @param {any} document @param {import('./contract.mjs').Schema} schema @param {boolean} tame
 * @param {(name: string) => readonly string[]} idsFor known ids for a field of that name
 * @param {string} [name]
 * @returns {fc.Arbitrary<unknown>}
 */
export function valueFor(document, schema, tame, idsFor, name = '') {
  const wanted = resolved(document, schema);
  const good = goodValue(document, wanted, tame, idsFor, name);
  const usual = wanted.nullable
    ? fc.oneof({ weight: 4, arbitrary: good }, { weight: 1, arbitrary: fc.constant(null) })
    : good;
  if (tame || wanted.type === 'object' || wanted.type === 'array')
    return tame ? usual : fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: WRONG });
  return fc.oneof(
    { weight: 10, arbitrary: usual },
    { weight: 2, arbitrary: fc.constantFrom(...boundsOf(wanted)) },
    { weight: 1, arbitrary: WRONG },
    { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
  );
}

function goodValue(document, wanted, tame, idsFor, name) {
  if (wanted.enum) return fc.constantFrom(...wanted.enum);
  switch (wanted.type) {
    case 'object':
      return objectFor(document, wanted, tame, idsFor);
    case 'array':
      return fc.array(valueFor(document, wanted.items ?? {}, tame, idsFor, name), {
        minLength: wanted.minItems ?? 0,
        maxLength: Math.max(wanted.minItems ?? 0, Math.min(wanted.maxItems ?? 3, 3)),
      });
    case 'integer':
    case 'number': {
      const min = Math.max(wanted.minimum ?? 0, -1e12);
      const whole = fc.integer({ min: Math.ceil(min), max: Math.min(wanted.maximum ?? min + 10_000, 2_147_483_647) });
      return /year/i.test(name) ? fc.constantFrom(2026, 2027, 2028, 2029, 2030) : whole;
    }
    case 'boolean':
      return fc.boolean();
    default:
      return textFor(wanted, idsFor, name);
  }
}

function objectFor(document, wanted, tame, idsFor) {
  const { properties = {}, required = [] } = wanted;
  const parts = Object.fromEntries(
    Object.entries(properties).map(([key, part]) => [key, valueFor(document, part, tame, idsFor, key)]),
  );
  const complete = fc.record(parts, { requiredKeys: required.filter((key) => key in parts) });
  if (tame) return complete;
  const extra = fc.tuple(
    complete,
    fc.constantFrom('id', 'state', 'version', 'applicantId', 'roles', 'createdAt', 'unknown'),
    WRONG,
  );
  return fc.oneof(
    { weight: 10, arbitrary: complete },
    { weight: 1, arbitrary: fc.record(parts, { requiredKeys: [] }) },
    { weight: 1, arbitrary: extra.map(([value, key, content]) => ({ ...value, [key]: content })) },
  );
}

const IBAN = 'DE89370400440532013000';

function textFor(wanted, idsFor, name) {
  if (wanted.format === 'uuid') {
    const known = idsFor(name);
    const random = fc.uuid({ version: 4 });
    return known.length > 0
      ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: random })
      : random;
  }
  if (wanted.format === 'date') return days.map((day) => day.toISOString().slice(0, 10));
  if (wanted.format === 'date-time') return moments.map((moment) => moment.toISOString());
  if (wanted.format === 'email' || /email/i.test(name))
    return fc.constantFrom('alex@kommune.example', 'a.b+c@x.example');
  if (/iban/i.test(name)) return fc.constant(IBAN);
  if (/sha256/i.test(name))
    return fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
  if (wanted.pattern) return fc.stringMatching(new RegExp(wanted.pattern));
  const min = wanted.minLength ?? 0;
  const max = Math.max(min, Math.min(wanted.maxLength ?? 60, 60));
  const word = fc.string({
    unit: fc.constantFrom(...'abcdefghij ÄÖÜäöüß0123456789-.'),
    minLength: Math.max(min, 1),
    maxLength: max,
  });
  return word.map((text) => (text.trim().length >= min ? text : 'Begründung'.padEnd(min, '.')));
}

function boundsOf({ type, minimum, maximum, minLength, maxLength }) {
  if (type === 'integer' || type === 'number')
    return [minimum, maximum, (minimum ?? 0) - 1, (maximum ?? 1e15) + 1, 0, -1, 1.5, Number.MAX_SAFE_INTEGER].filter(
      (value) => value !== undefined,
    );
  const longest = maxLength ?? 1_000;
  return [
    '',
    'ä'.repeat(minLength ?? 1),
    'ä'.repeat(Math.min(longest, 12_000)),
    'x'.repeat(Math.min(longest + 1, 12_001)),
  ];
}
