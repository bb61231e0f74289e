import { driveToState, PERSONAS, type Answer, type Journey } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Stored {
  readonly version: number;
  readonly title: string;
  readonly purpose: string;
  readonly contactName: string;
  readonly code?: string;
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
}

const NFD = 'Pru\u0308fung';
/** Raw JSON: what a client library would never write. */
const NUMBERS: readonly (readonly [text: string, accepted: boolean])[] = [
  ['1', true],
  ['12000000', true],
  ['1e3', true],
  ['99999999999999', false],
  ['9007199254740993', false],
  ['1e400', false],
  ['-1', false],
  ['-0', false],
  ['0', false],
  ['0.1', false],
  ['1.5', false],
  ['"1000"', false],
  ['"1.000,00"', false],
  ['NaN', false],
  ['Infinity', false],
  ['0x10', false],
  ['01', false],
  ['null', false],
  ['true', false],
  ['[1]', false],
  ['{"valueOf":1}', false],
];
const TEXTS: readonly (readonly [what: string, json: string])[] = [
  ['NUL', '"a\\u0000b"'],
  ['half a pair', '"a\\ud83d"'],
  ['the other half', '"a\\ude00"'],
  ['a bell', '"a\\u0007b"'],
  ['a C1 control', '"a\\u0085b"'],
  ['letters turned around', '"a\\u202egnp.exe"'],
  ['an isolate', '"a\\u2066b"'],
  ['a byte order mark within', '"a\\ufeffb"'],
  ['no character', '"a\\uffff"'],
  ['a line separator', '"a\\u2028b"'],
  ['a line break in one line', '"a\\nb"'],
  ['a word of 90 KB', `"${'x'.repeat(90_000)}"`],
  ['a number', '7'],
  ['a list', '["a"]'],
  ['an object', '{"a":1}'],
];
const PROTECTED = [
  'id',
  'state',
  'version',
  'applicantId',
  'municipalityId',
  'approvedBy',
  'approvedAmount',
  'createdAt',
];
const INHERITED = [
  'roles',
  'hasOwnProperty',
  'toString',
  'then',
  '$where',
  'caseNumber',
  'submittedAt',
  'rulesetVersion',
];

describe('the fields of a request', () => {
  const api = useApi();
  let journey: Journey;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'DRAFT');
  }, 60_000);

  const path = (): string => `/applications/${journey.applicationId}`;
  const read = async (): Promise<Stored> => (await api.client.get<Stored>(path(), { as: journey.editor })).body;
  const patch = async (body: string | Buffer): Promise<Answer<Stored>> =>
    api.client.patch<Stored>(path(), body, {
      as: journey.editor,
      ifMatch: (await read()).version,
      headers: { 'content-type': 'application/json' },
    });

  it.each(TEXTS)('400: no text may be %s', async (_what, json) => {
    const before = await read();

    const answer = await patch(`{"title":${json}}`);

    expect(answer.status).toBe(400);
    expect(answer.body.code).toMatch(/^input\./);
    expect((await read()).title).toBe(before.title);
  });

  it.each([
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0x74, 0x69, 0x74, 0x6c, 0x65, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d])],
    ['an overlong slash', Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc0, 0xaf, 0x22, 0x7d])],
    ['UTF-16', Buffer.from('{"title":"x"}', 'utf16le')],
    ['a mark in front', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('{"title":"x"}')])],
    ['Latin-1', Buffer.from('{"title":"Prüfung"}', 'latin1')],
  ])('400: no body may be %s', async (_what, body) => {
    expect((await patch(body)).status).toBe(400);
  });

  it('keeps one spelling of the same letters, and what is no harm', async () => {
    const answer = await patch(JSON.stringify({ title: `  ${NFD} 😀 \u{1F468}‍\u{1F469}  `, purpose: 'a\r\nb\tc' }));

    expect(answer).toMatchObject({
      status: 200,
      body: { title: 'Prüfung 😀 \u{1F468}‍\u{1F469}', purpose: 'a\nb\tc' },
    });
  });

  it.each(NUMBERS)('money %s is taken: %s', async (number, accepted) => {
    const { version } = await read();
    const plan = `{"years":[{"year":2026,"expenses":[{"component":"COORDINATOR_POST","label":"x","amountCents":${number}}],"income":[],"requestedCents":1}]}`;

    const answer = await api.client.put<Stored>(`${path()}/financing-plan`, plan, {
      as: journey.editor,
      ifMatch: version,
      headers: { 'content-type': 'application/json' },
    });

    const faults = (answer.body.errors ?? []).filter(
      (one) => one.path.endsWith('amountCents') && one.code.startsWith('input.'),
    );
    if (accepted) expect(faults).toEqual([]);
    else expect([answer.status, /^input\./.test(answer.body.code ?? '')]).toEqual([400, true]);
  });

  it.each([...PROTECTED, ...INHERITED])('400: nobody may set %s', async (name) => {
    const before = await read();

    for (const value of ['x', 1, { a: 1 }]) {
      const answer = await patch(JSON.stringify({ title: 'other', [name]: value }));
      expect([answer.status, answer.body.code]).toEqual([
        400,
        expect.stringMatching(/^input\.(invalid|forbidden-key)$/),
      ]);
    }
    const created = await api.client.post<Stored>(
      '/applications',
      { callCode: 'WIR-2026', moduleCode: 'DIVERSITY_CENTRE', [name]: 'x' },
      { as: journey.editor },
    );
    expect(created.status).toBe(400);
    expect(await read()).toEqual(before);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('400: no name may be %s, however deep', async (name) => {
    for (const body of [`{"${name}":{"polluted":true}}`, `{"declarations":{"${name}":{"polluted":true}}}`])
      expect((await patch(body)).body.code).toBe('input.forbidden-key');
    expect((await patch(`{"title":"a","declarations":{"\\u005f_proto__":1}}`)).status).toBe(400);
  });

  it.each([
    'page=1&page=2',
    'a[b]=1',
    'search[]=x',
    'page[$gt]=1',
    '__proto__=1',
    'constructor.prototype.x=1',
    'search=a&search=b',
    'where=1',
    'state=DRAFT&state=PAID',
  ])('400: no list is asked with ?%s', async (query) => {
    const answer = await api.client.get(`/applications?${query}`, { as: PERSONAS.caseWorker });

    expect(answer.status).toBe(400);
  });

  it('leaves the process as it was', async () => {
    const { status } = await api.client.get('/applications', { as: PERSONAS.caseWorker });

    expect(status).toBe(200);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
