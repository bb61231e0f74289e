import { randomUUID } from 'node:crypto';
import { applicantEditor, applicantSignatory, driveToState, type Journey } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { ownersFunctions, type OwnersFunction } from './catalogue';
import { reportFigure } from './figure';
import { intrude, tells, truth, type Intruder, type Outcome } from './intruder';

/** What may be written without a session: nothing that anybody reads. */
const WRITES_FOR_ALL: Readonly<Record<string, string>> = {
  'platform.claim_command': 'Marks a key as used, for nobody: such a command is refused afterwards.',
  'platform.next_number': 'Burns a number; whoever has a session can do that too.',
  'platform.set_clock': 'Demo only; refuses in production.',
};

/** Arguments that make a call do something, by type; the ids are what is asked about. */
const PLAIN: Readonly<Record<string, unknown>> = {
  text: 'Text',
  integer: 2026,
  smallint: 1,
  bigint: 1,
  boolean: true,
  date: '2026-03-02',
  jsonb: '[]',
  bytea: Buffer.from('00'),
  interval: '1 minute',
  'timestamp with time zone': '2026-03-02T09:00:00Z',
};
const MOST_CALLS = 60;

/**
 * D2, functions: each function that runs with the rights of the owner is called by a municipality with every kind of
 * foreign id, and must answer as it answers to an id that does not exist.
 */
describe('a function with the rights of the owner, called by a stranger', () => {
  const api = useApi();
  let functions: readonly OwnersFunction[] = [];
  let foreign: readonly string[] = [];
  beforeAll(async () => {
    await driveToState(api.client, 'SUBMITTED', { applicant: 'WI' });
    const neighbour = await driveToState(api.client, 'PAID', { applicant: 'HU' });
    const reserved = await driveToState(api.client, 'BUDGET_CONFIRMED', { applicant: 'KS' });
    functions = await ownersFunctions(api.database);
    foreign = await idsOf(neighbour, reserved);
  });

  async function idsOf(...journeys: readonly Journey[]): Promise<string[]> {
    const people = await truth<{ id: string; person: string; applicant: string }>(
      api.database,
      'SELECT a.id, a.person_id AS person, a.applicant_id AS applicant FROM identity.account a WHERE a.email = ANY ($1)',
      [
        [
          ...journeys.flatMap(({ editor, signatory }) => [editor, signatory]),
          applicantEditor('KS'),
          applicantSignatory('KS'),
        ],
      ],
    );
    const cases = journeys.flatMap((each) => [
      each.applicationId,
      each.awardId,
      each.noticeId,
      each.bankAccountId,
      each.requestId,
      each.orderId,
      each.paymentRunId,
    ]);
    return [
      ...new Set([...people.flatMap(({ id, person, applicant }) => [id, person, applicant]), ...cases.filter(Boolean)]),
    ];
  }

  /** Some functions take ids as text. */
  const isIdAt = ({ argTypes, argNames }: OwnersFunction, index: number): boolean =>
    /^uuid/.test(argTypes[index] ?? '') || (argTypes[index] === 'text' && /(^|_)id$/.test(argNames[index] ?? ''));
  const idsAsked = (each: OwnersFunction): number => each.argTypes.filter((_, index) => isIdAt(each, index)).length;
  const valuesFor = (each: OwnersFunction, ids: readonly string[]): unknown[] => {
    let next = 0;
    return each.argTypes.map((type, index) => {
      if (type !== 'uuid[]' && isIdAt(each, index)) return ids[next++ % ids.length];
      if (type === 'uuid[]') return [ids[next++ % ids.length]];
      if (type.endsWith('[]')) return type === 'text[]' ? ['APPLICANT_EDITOR', 'APPLICANT_SIGNATORY'] : [];
      return each.argNames[index] === 'kind' ? 'PAYMENT' : (PLAIN[type] ?? null);
    });
  };
  const callOf = ({ name, argTypes, isVariadic }: OwnersFunction): string =>
    `SELECT * FROM ${name}(${argTypes.map((type, index) => `${isVariadic && index === argTypes.length - 1 ? 'VARIADIC ' : ''}$${index + 1}::${type}`).join(', ')})`;

  async function oracleOf(each: OwnersFunction, { attempt }: Intruder): Promise<{ told: string[]; calls: number }> {
    const width = idsAsked(each);
    const combinations =
      width === 1
        ? foreign.map((id) => [id])
        : foreign.flatMap((first) => foreign.map((second) => [first, second, ...foreign].slice(0, width)));
    const call = async (ids: readonly string[]): Promise<string> =>
      tells(stripped(await attempt(callOf(each), valuesFor(each, ids))), ...ids);
    const told: string[] = [];
    const step = Math.max(1, Math.floor(combinations.length / MOST_CALLS));
    const chosen = width === 1 ? combinations : combinations.filter((_, index) => index % step === 0);
    const nothing = await call(Array.from({ length: width }, () => randomUUID()));
    for (const ids of chosen) {
      const answer = await call(ids);
      if (answer !== nothing)
        told.push(`${each.signature}: ${answer.slice(0, 200)} instead of ${nothing.slice(0, 200)}`);
    }
    return { told: told.slice(0, 1), calls: chosen.length };
  }

  /** What every call makes anew says nothing about the id. */
  const stripped = (outcome: Outcome): Outcome => ({
    ...outcome,
    message: outcome.message
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
      .replace(/PL\/pgSQL function .*|SQL (statement|function) .*/gs, ''),
    rows: JSON.parse(
      JSON.stringify(outcome.rows).replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…'),
    ) as Outcome['rows'],
  });

  it('answers about the id of a neighbour what it answers about nothing', async () => {
    const told: string[] = [];
    let n = 0;
    await intrude(api.database, applicantEditor('WI'), async (intruder) => {
      for (const each of functions.filter((one) => idsAsked(one) > 0)) {
        const found = await oracleOf(each, intruder);
        told.push(...found.told);
        n += found.calls;
      }
    });

    reportFigure({ id: 'D2-functions', value: told.length, limit: 0, n });
    expect(told).toEqual([]);
  });

  it('does not work behind the gate without the key of the program', async () => {
    const gated = functions.filter(({ argNames }) => argNames[0] === 'gate');
    const opened: string[] = [];
    for (const email of [null, applicantEditor('WI')])
      await intrude(api.database, email, async ({ attempt }) => {
        for (const each of gated)
          for (const gate of [null, '', 'no-key', randomUUID()]) {
            const [, ...rest] = valuesFor(each, foreign);
            const { code } = await attempt(callOf(each), [gate, ...rest]);
            if (code !== '42501') opened.push(`${each.signature} with ${gate}: ${code}`);
          }
      });

    expect(gated.length).toBeGreaterThan(0);
    expect(opened).toEqual([]);
  });

  it('lets nobody without a session write anything', async () => {
    const [before] = await truth<{ count: string }>(api.database, COUNT_ROWS);
    const wrote: string[] = [];
    await intrude(api.database, null, async ({ client, attempt }) => {
      for (const each of functions.filter(
        ({ argNames, name }) => argNames[0] !== 'gate' && !(name in WRITES_FOR_ALL),
      )) {
        const { code } = await attempt(callOf(each), valuesFor(each, foreign));
        if (code === null && (await writes(client, each))) wrote.push(each.signature);
      }
    });
    const [after] = await truth<{ count: string }>(api.database, COUNT_ROWS);

    expect(wrote).toEqual([]);
    expect(after).toEqual(before);
  });

  /** A transaction that has written has an id of its own. */
  async function writes(client: Intruder['client'], each: OwnersFunction): Promise<boolean> {
    await client.query('ROLLBACK; BEGIN');
    await client.query(callOf(each), valuesFor(each, foreign)).catch(() => undefined);
    const { rows } = await client
      .query<{ id: string | null }>('SELECT pg_current_xact_id_if_assigned()::text AS id')
      .catch(() => ({ rows: [] as { id: string | null }[] }));
    await client.query('ROLLBACK; BEGIN');
    return (rows[0]?.id ?? null) !== null;
  }
});

/** Not what the workers of the portal write meanwhile: messages, and events of the system's own account. */
const COUNT_ROWS =
  'SELECT (SELECT count(*) FROM identity.session) + (SELECT count(*) FROM audit.event WHERE account_id IS NULL) AS count';
