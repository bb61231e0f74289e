import {
  aConcept,
  aFinancingPlan,
  anApplicationPatch,
  aPlanYear,
  ORACLE,
  PERSONAS,
  type HttpClient,
  type Machine,
} from '@wir/shared/testing';
import fc from 'fast-check';
import { useApi } from '../use-api';
import { reportFigure, seedOfRun } from './figure';
import { eachOf } from './send';
import { truth } from './intruder';

const RUNS = 30;
const STEPS = 25;

interface Found {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly noticeId?: string | null;
  readonly awardId?: string | null;
  readonly documentSha256?: string | null;
  readonly deemedNotifiedOn?: string | null;
}

/** What one run has brought about, as the API tells it. */
interface Case {
  readonly code: string;
  readonly ids: Partial<Record<Machine | 'bank', string>>;
  readonly states: Partial<Record<Machine, string>>;
}

interface Move {
  readonly machine: Machine;
  readonly act: string;
  readonly path: (one: Case) => string;
  readonly body: (client: HttpClient, one: Case) => Promise<object> | object;
}

const at =
  (path: string, key: Machine): ((one: Case) => string) =>
  (one) =>
    path.replace(':id', one.ids[key] ?? 'none');
const nothing = (): object => ({});
const reason = (): object => ({ reason: 'Probe des Ablaufs' });

/** The POST behind each act; body as the form sends it. */
const MOVES: readonly Move[] = [
  {
    machine: 'application',
    act: 'requestSignature',
    path: at('/applications/:id/signature-request', 'application'),
    body: nothing,
  },
  {
    machine: 'application',
    act: 'returnFromSignature',
    path: at('/applications/:id/signature-return', 'application'),
    body: reason,
  },
  { machine: 'application', act: 'submit', path: at('/applications/:id/submission', 'application'), body: nothing },
  {
    machine: 'application',
    act: 'confirmCompleteness',
    path: at('/applications/:id/completeness', 'application'),
    body: nothing,
  },
  {
    machine: 'application',
    act: 'recommend',
    path: at('/applications/:id/recommendation', 'application'),
    body: () => ({ years: [{ year: 2026, proposedCents: 100_000 }], reasons: 'Geprüft.' }),
  },
  {
    machine: 'application',
    act: 'confirmBudget',
    path: at('/applications/:id/budget-confirmation', 'application'),
    body: nothing,
  },
  {
    machine: 'application',
    act: 'decide',
    path: at('/applications/:id/decision', 'application'),
    body: () => ({ outcome: 'APPROVED', reasons: 'Dem Vorschlag wird gefolgt.' }),
  },
  { machine: 'application', act: 'withdraw', path: at('/applications/:id/withdrawal', 'application'), body: reason },
  { machine: 'notice', act: 'cosign', path: at('/notices/:id/cosigning', 'notice'), body: nothing },
  {
    machine: 'notice',
    act: 'return',
    path: at('/notices/:id/return', 'notice'),
    body: () => ({ remark: 'Bitte überarbeiten' }),
  },
  {
    machine: 'notice',
    act: 'sign',
    path: at('/notices/:id/signature', 'notice'),
    body: async (client, { ids }) => {
      const { body } = await client.get<Found>(`/notices/${ids.notice}`, { as: PERSONAS.headOfUnit });
      return { documentSha256: body.documentSha256 ?? 'f'.repeat(64) };
    },
  },
  { machine: 'notice', act: 'void', path: at('/notices/:id/voiding', 'notice'), body: reason },
  {
    machine: 'notice',
    act: 'dispatch',
    path: at('/notices/:id/dispatch', 'notice'),
    body: () => ({ channel: 'HANDOVER', date: '2026-03-02' }),
  },
  { machine: 'notice', act: 'waiveAppeal', path: at('/notices/:id/appeal-waiver', 'notice'), body: nothing },
  { machine: 'request', act: 'submit', path: at('/disbursement-requests/:id/submission', 'request'), body: nothing },
  {
    machine: 'request',
    act: 'check',
    path: at('/disbursement-requests/:id/check', 'request'),
    body: () => ({ factual: true, arithmetical: true, note: 'Richtig.' }),
  },
  { machine: 'request', act: 'return', path: at('/disbursement-requests/:id/return', 'request'), body: reason },
  { machine: 'request', act: 'order', path: at('/disbursement-requests/:id/order', 'request'), body: nothing },
  { machine: 'request', act: 'cancel', path: at('/disbursement-requests/:id/cancellation', 'request'), body: reason },
];

const BACKWARDS = new Set(['withdraw', 'returnFromSignature', 'return', 'void', 'cancel']);

/**
 * C7 and C8 over HTTP: people of every role, several with a second account, press any button at any time. The API may only
 * go along the edges of the graph written by hand, and what comes out was done by enough people.
 */
describe('any buttons pressed by anybody', () => {
  const api = useApi();
  const seed = seedOfRun();
  let steps = 0;
  let accepted = 0;
  const outside: string[] = [];

  /** Second accounts: the same natural person in another role. */
  beforeAll(async () => {
    for (const [email, of, role] of [
      ['zweitkonto-leitung@wir.example', PERSONAS.caseWorker, 'HEAD_OF_UNIT'],
      ['zweitkonto-haushalt@wir.example', PERSONAS.caseWorker, 'BUDGET_OFFICER'],
      ['zweitkonto-anordnung@wir.example', PERSONAS.caseWorker, 'PAYMENT_ORDERER'],
      ['zweitkonto-sachbearbeitung@wir.example', PERSONAS.headOfUnit, 'CASE_WORKER'],
    ] as const)
      await api.database.owner.query(
        `WITH account AS (INSERT INTO identity.account (person_id, email, password_hash, organisation, is_demo)
           SELECT person_id, $1, password_hash, organisation, true FROM identity.account WHERE email = $2 RETURNING id)
         INSERT INTO identity.role_grant (account_id, role, reason) SELECT id, $3, 'Probe' FROM account`,
        [email, of, role],
      );
  });

  const peopleOf = (code: string): Record<string, readonly string[]> => ({
    APPLICANT_EDITOR: [`antrag@${code.toLowerCase()}.wir.example`],
    APPLICANT_FINANCE: [`antrag@${code.toLowerCase()}.wir.example`],
    APPLICANT_SIGNATORY: [`zeichnung@${code.toLowerCase()}.wir.example`],
    CASE_WORKER: [PERSONAS.caseWorker, PERSONAS.caseWorkerSecond, 'zweitkonto-sachbearbeitung@wir.example'],
    HEAD_OF_UNIT: [PERSONAS.headOfUnit, 'zweitkonto-leitung@wir.example'],
    BUDGET_OFFICER: [PERSONAS.budgetOfficer, 'zweitkonto-haushalt@wir.example'],
    PAYMENT_ORDERER: [PERSONAS.paymentOrderer, 'zweitkonto-anordnung@wir.example'],
  });

  /** A filled draft of its own municipality, with checks answered as soon as they can be. */
  async function begin(code: string): Promise<Case | null> {
    const as = `antrag@${code.toLowerCase()}.wir.example`;
    const created = await api.client.post<Found>(
      '/applications',
      { callCode: 'WIR-2026', moduleCode: 'DIVERSITY_CENTRE' },
      { as },
    );
    if (created.status !== 201) return null;
    const path = `/applications/${created.body.id}`;
    const patched = await api.client.patch<Found>(path, anApplicationPatch({ periodEnd: '2026-12-31' }), {
      as,
      ifMatch: created.body.version,
    });
    await api.client.put(`${path}/financing-plan`, aFinancingPlan([aPlanYear(2026, { requestedCents: 100_000 })]), {
      as,
      ifMatch: patched.body.version,
    });
    await api.client.upload(`${path}/attachments`, aConcept(), { kind: 'CONCEPT' }, { as });
    return { code, ids: { application: created.body.id }, states: { application: 'DRAFT' } };
  }

  async function readStates(one: Case): Promise<Case['states']> {
    const { rows } = await api.database.owner.query<Record<string, string | null>>(
      `SELECT a.state AS application, n.id AS notice_id, n.state AS notice, w.id AS award_id, w.state AS award, r.id AS request_id, r.state AS request
       FROM applications.application a LEFT JOIN decisions.notice n ON n.application_id = a.id LEFT JOIN decisions.award w ON w.application_id = a.id
       LEFT JOIN disbursements.disbursement_request r ON r.award_id = w.id WHERE a.id = $1`,
      [one.ids.application],
    );
    const [row] = rows;
    Object.assign(one.ids, { notice: row?.['notice_id'], award: row?.['award_id'], request: row?.['request_id'] });
    return {
      application: row?.['application'] ?? '',
      notice: row?.['notice'] ?? undefined,
      award: row?.['award'] ?? undefined,
      request: row?.['request'] ?? undefined,
    };
  }

  /** What the screens do besides the buttons: answer the checks, give the bank data, ask for the first instalment. */
  async function prepare(one: Case): Promise<void> {
    if (one.states.application === 'UNDER_REVIEW')
      await api.database.owner.query(
        `INSERT INTO applications.check_answer (application_id, applicant_id, check_code, result, note, answered_by_account_id)
         SELECT a.id, a.applicant_id, c, 'YES', 'Geprüft.', (SELECT id FROM identity.account WHERE email = $3) FROM applications.application a, unnest($2::text[]) c WHERE a.id = $1
         ON CONFLICT DO NOTHING`,
        [one.ids.application, await checkCodes(one), PERSONAS.caseWorker],
      );
    if (one.states.award === 'FINAL' && !one.ids.request) await askForMoney(one);
  }

  async function checkCodes(one: Case): Promise<string[]> {
    const { body } = await api.client.get<{ items: { code: string }[] }>(
      `/applications/${one.ids.application}/checks`,
      { as: PERSONAS.caseWorker },
    );
    return body.items.map(({ code }) => code);
  }

  async function askForMoney({ code, ids }: Case): Promise<void> {
    const path = `/awards/${ids.award}`;
    const { APPLICANT_EDITOR, APPLICANT_SIGNATORY } = peopleOf(code);
    const award = await api.client.get<Found>(path, { as: String(APPLICANT_SIGNATORY?.[0]) });
    const declared = await api.client.put<{ bankAccount: { id: string } }>(
      `${path}/declaration`,
      { iban: 'DE89370400440532013000', accountHolder: 'Kommune' },
      { as: String(APPLICANT_SIGNATORY?.[0]), ifMatch: award.body.version },
    );
    await api.client.post(
      `/bank-accounts/${declared.body.bankAccount?.id}/confirmation`,
      {},
      { as: PERSONAS.caseWorkerSecond },
    );
    await api.client.post(
      `${path}/disbursement-requests`,
      { year: 2026, amountCents: 50_000, neededUntil: '2026-04-30' },
      { as: String(APPLICANT_EDITOR?.[0]) },
    );
  }

  async function press(one: Case, choice: { move: number; who: number; any: boolean }): Promise<void> {
    const open = MOVES.filter(({ machine, act }) =>
      ORACLE[machine].some((edge) => edge.act === act && edge.from === one.states[machine]),
    );
    // Mostly forwards, or hardly a case would get as far as its money.
    const forwards = open.filter(({ act }) => choice.move % 8 === 0 || !BACKWARDS.has(act));
    const from = choice.any || forwards.length === 0 ? MOVES : forwards;
    const move = from[choice.move % from.length];
    if (!move || one.ids[move.machine] === undefined || one.ids[move.machine] === null) return;
    const people = peopleOf(one.code);
    const roles = choice.any
      ? Object.keys(people)
      : ORACLE[move.machine].filter(({ act }) => act === move.act).flatMap((edge) => edge.roles);
    const role = roles[choice.who % roles.length] ?? '';
    const as = people[role]?.[choice.who % (people[role]?.length ?? 1)];
    if (as === undefined) return;
    const { status, body } = await api.client.post<{ code?: string }>(
      move.path(one),
      await move.body(api.client, one),
      { as },
    );
    const after = await readStates(one);
    steps += 1;
    judge(one, move, role, status, after, body);
    Object.assign(one.states, after);
  }

  /** A success goes along an edge of this act for this role, a refusal changes nothing. */
  function judge(
    one: Case,
    { machine, act }: Move,
    role: string,
    status: number,
    after: Case['states'],
    body: unknown,
  ): void {
    const [before, now] = [one.states[machine], after[machine]];
    const told = `${one.code} ${role} ${machine}.${act}: ${before} → ${now} (${status} ${JSON.stringify(body).slice(0, 120)})`;
    if (status >= 500) outside.push(told);
    if (status >= 400) {
      if (JSON.stringify(after) !== JSON.stringify({ ...after, ...one.states }))
        outside.push(`refused but changed: ${told}`);
      return;
    }
    accepted += 1;
    const isHandover = machine === 'notice' && act === 'dispatch' && now === 'NOTIFIED';
    // On its day a notice is notified though the job has not written it down: the waiver writes both.
    const isNotifiedByWaiver = act === 'waiveAppeal' && before === 'DISPATCHED' && now === 'FINAL';
    const edge = ORACLE[machine].some(
      (each) => each.act === act && each.from === before && each.to === now && each.roles.includes(role),
    );
    if (!edge && !isHandover && !isNotifiedByWaiver) outside.push(told);
  }

  it('go along the edges of the graph only', async () => {
    const choices = fc.sample(
      fc.array(fc.record({ move: fc.nat(999), who: fc.nat(999), any: fc.nat(4).map((n) => n === 0) }), {
        minLength: STEPS,
        maxLength: STEPS,
      }),
      { seed, numRuns: RUNS },
    );
    const { rows } = await api.database.owner.query<{ code: string }>(
      'SELECT code FROM programme.applicant ORDER BY code LIMIT $1',
      [RUNS],
    );
    await eachOf(
      rows.map(({ code }, index) => ({ code, run: choices[index] ?? [] })),
      4,
      async ({ code, run }) => {
        const one = await begin(code);
        if (!one) return;
        for (const choice of run) {
          await prepare(one);
          Object.assign(one.states, await readStates(one));
          await press(one, choice);
        }
      },
    );

    reportFigure({ id: 'C8-http', value: outside.length, limit: 0, n: steps, seed });
    expect({ seed, outside }).toEqual({ seed, outside: [] });
    expect(accepted).toBeGreaterThan(RUNS * 3);
  }, 300_000);

  it('bring about no award and no order by fewer than two natural persons', async () => {
    const [row] = await truth<Record<string, number>>(
      api.database,
      `SELECT
        (SELECT count(*)::int FROM applications.application WHERE state IN ('APPROVED', 'PARTLY_APPROVED')) AS awards,
        (SELECT count(*)::int FROM disbursements.payment_order) AS orders,
        (SELECT count(*)::int FROM applications.application WHERE decided_by_person_id IN (reviewed_by_person_id, budget_confirmed_by_person_id) OR budget_confirmed_by_person_id = reviewed_by_person_id)
        + (SELECT count(*)::int FROM decisions.notice WHERE signed_by_person_id = drafted_by_person_id)
        + (SELECT count(*)::int FROM disbursements.payment_order WHERE ordered_by_person_id IN (checked_by_person_id, bank_editor_person_id)) AS alone`,
    );

    reportFigure({
      id: 'C7-http',
      value: row?.['alone'] ?? -1,
      limit: 0,
      n: (row?.['awards'] ?? 0) + (row?.['orders'] ?? 0),
      seed,
    });
    expect(row?.['alone']).toBe(0);
    expect(row?.['awards']).toBeGreaterThan(0);
  });
});
