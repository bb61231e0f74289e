import {
  applicantEditor,
  applicantSignatory,
  driveToState,
  PERSONAS,
  type Journey,
  type JourneyState,
} from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';

interface TaskList {
  readonly items: readonly {
    readonly kind: string;
    readonly objectType: string;
    readonly objectId: string;
    readonly caseNumber: string;
    readonly applicantName: string;
    readonly title: string;
    readonly amountCents: number | null;
    readonly dueDate: string | null;
    readonly since: string;
    readonly link: string;
  }[];
  readonly groups: readonly {
    readonly kind: string;
    readonly title: string;
    readonly count: number;
    readonly sumCents: number;
  }[];
  readonly nextDate: string | null;
}

describe('GET /tasks', () => {
  const api = useApi();
  const journeys: Partial<Record<JourneyState, Journey>> = {};
  /** One case at each desk. */
  const STAGED: readonly (readonly [JourneyState, string])[] = [
    ['DRAFT', 'DA'],
    ['SUBMITTED', 'F'],
    ['UNDER_REVIEW', 'OF'],
    ['REVIEWED', 'WI'],
    ['BUDGET_CONFIRMED', 'HU'],
    ['DECIDED', 'KS'],
    ['IN_COSIGN', 'HP'],
    ['SIGNED', 'DI'],
    ['DISPATCHED', 'GG'],
    ['NOTIFIED', 'HG-K'],
    ['FINAL', 'MKK'],
    ['DECLARED', 'MTK'],
    ['BANK_CONFIRMED', 'ERB'],
    ['REQUEST_DRAFT', 'OF-K'],
    ['REQUEST_SUBMITTED', 'RTK'],
    ['REQUEST_CHECKED', 'FB'],
    ['ORDERED', 'GI-K'],
    ['EXPORTED', 'LDK'],
  ];
  beforeAll(async () => {
    for (const [state, applicant] of STAGED) {
      journeys[state] = await driveToState(api.client, state, {
        applicant,
        channel: state === 'DISPATCHED' ? 'PORTAL' : 'HANDOVER',
      });
    }
  }, 180_000);

  const tasksOf = async (as: string): Promise<TaskList> => (await api.client.get<TaskList>('/tasks', { as })).body;
  const kindsOf = async (as: string): Promise<Record<string, string[]>> => {
    const kinds: Record<string, string[]> = {};
    for (const { kind, caseNumber } of (await tasksOf(as)).items) (kinds[kind] ??= []).push(caseNumber);
    return kinds;
  };
  const caseOf = (state: JourneyState): string => journeys[state]?.caseNumber ?? 'none';

  it('gives the case worker what waits for checking, dispatch and confirmation', async () => {
    expect(await kindsOf(PERSONAS.caseWorker)).toEqual({
      CHECK_COMPLETENESS: [caseOf('SUBMITTED')],
      REVIEW_APPLICATION: [caseOf('UNDER_REVIEW')],
      COSIGN_NOTICE: [caseOf('DECIDED')],
      DISPATCH_NOTICE: [caseOf('SIGNED')],
      CONFIRM_BANK_ACCOUNT: [caseOf('DECLARED')],
      CHECK_DISBURSEMENT: [caseOf('REQUEST_SUBMITTED')],
    });
  });

  it('gives the head of unit decisions and signatures with their sums', async () => {
    const tasks = await tasksOf(PERSONAS.headOfUnit);

    expect(tasks.groups).toEqual([
      { kind: 'DECIDE_APPLICATION', title: 'Über den Antrag entscheiden', count: 1, sumCents: 60_000_000 },
      { kind: 'SIGN_NOTICE', title: 'Bescheid zeichnen', count: 1, sumCents: 60_000_000 },
    ]);
    expect(tasks.items.find(({ kind }) => kind === 'SIGN_NOTICE')).toMatchObject({
      objectType: 'NOTICE',
      objectId: journeys.IN_COSIGN?.noticeId,
      caseNumber: caseOf('IN_COSIGN'),
      applicantName: 'Landkreis Bergstraße',
      amountCents: 60_000_000,
      link: `/bescheide/${journeys.IN_COSIGN?.noticeId}`,
    });
  });

  it('gives the budget officer confirmations and open runs, the orderer orders', async () => {
    expect(await kindsOf(PERSONAS.budgetOfficer)).toEqual({
      CONFIRM_BUDGET: [caseOf('REVIEWED')],
      IMPORT_RETURN: ['WIR-2026-L-00001'],
    });
    expect(await kindsOf(PERSONAS.paymentOrderer)).toEqual({
      ORDER_DISBURSEMENT: [caseOf('REQUEST_CHECKED')],
      EXPORT_ORDER: [caseOf('ORDERED')],
    });
    expect((await tasksOf(PERSONAS.paymentOrderer)).items).toMatchObject([
      { amountCents: 6_000_000, dueDate: '2026-04-30', link: `/auszahlungen/${journeys.REQUEST_CHECKED?.requestId}` },
      { amountCents: 6_000_000, dueDate: '2026-04-30', link: '/zahlungslauf' },
    ]);
  });

  it('leaves out what the person may not do, since she took part before', async () => {
    const { owner } = api.database;
    const { rows } = await owner.query<{ person_id: string }>(
      'SELECT person_id FROM identity.account WHERE email = $1',
      [PERSONAS.paymentOrdererSecond],
    );
    const sql =
      'UPDATE identity.account SET person_id = (SELECT person_id FROM identity.account WHERE email = $1) WHERE email = $2';
    await owner.query(sql, [PERSONAS.caseWorker, PERSONAS.paymentOrdererSecond]);

    expect(await kindsOf(PERSONAS.paymentOrdererSecond)).toEqual({ EXPORT_ORDER: [caseOf('ORDERED')] });

    await owner.query('UPDATE identity.account SET person_id = $1 WHERE email = $2', [
      rows[0]?.person_id,
      PERSONAS.paymentOrdererSecond,
    ]);
  });

  it.each([
    ['DRAFT', 'DA', 'editor', 'CONTINUE_DRAFT', null],
    ['DISPATCHED', 'GG', 'editor', 'RETRIEVE_NOTICE', '2026-03-12'],
    ['DISPATCHED', 'GG', 'signatory', 'RETRIEVE_NOTICE', '2026-03-12'],
    ['FINAL', 'MKK', 'signatory', 'SEND_DECLARATION', '2026-04-02'],
    ['DECLARED', 'MTK', 'editor', 'REQUEST_DISBURSEMENT', null],
    ['BANK_CONFIRMED', 'ERB', 'editor', 'REQUEST_DISBURSEMENT', null],
    ['REQUEST_DRAFT', 'OF-K', 'signatory', 'SUBMIT_DISBURSEMENT', '2026-04-30'],
  ] as const)('tells a municipality in %s (%s, %s) to %s', async (state, applicant, who, kind, dueDate) => {
    const tasks = await tasksOf(who === 'editor' ? applicantEditor(applicant) : applicantSignatory(applicant));

    expect(tasks.items.find((task) => task.kind === kind)).toMatchObject({ caseNumber: caseOf(state), dueDate });
    expect(tasks.items.every(({ caseNumber }) => caseNumber === caseOf(state))).toBe(true);
  });

  it('lets a signatory choose between waiver and term, and names both dates', async () => {
    const tasks = await tasksOf(applicantSignatory('HG-K'));

    expect(tasks.items.map(({ kind, dueDate }) => [kind, dueDate])).toEqual([
      ['SEND_DECLARATION', '2026-04-02'],
      ['WAIVE_APPEAL', '2026-04-02'],
    ]);
    expect(tasks.nextDate).toBe('2026-04-02');
  });

  it('names the next date to whoever has nothing to do', async () => {
    expect(await tasksOf(applicantEditor('F'))).toMatchObject({ items: [], groups: [], nextDate: '2026-12-31' });
    expect(await tasksOf(PERSONAS.auditor)).toEqual({ items: [], groups: [], nextDate: null });
  });

  it('asks for a session', async () => {
    expectProblem(await api.client.get('/tasks'), 401, 'auth.not-signed-in');
    expectProblem(await api.client.get('/tasks?kind=X', { as: PERSONAS.caseWorker }), 400, 'input.invalid');
  });
});
