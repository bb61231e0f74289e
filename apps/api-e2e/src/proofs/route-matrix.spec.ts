import { randomUUID } from 'node:crypto';
import { PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { contractOfBuild, pinnedMatrix, signedIn } from './contract';
import { reportFigure } from './figure';
import { filled, type Operation, type SignedIn } from './fuzzing';
import { eachOf, plainBody, requiredQuery, send, type Sent } from './send';
import { truth } from './intruder';

const ONE_EACH: readonly (readonly [role: string, email: string])[] = [
  ['CASE_WORKER', PERSONAS.caseWorker],
  ['HEAD_OF_UNIT', PERSONAS.headOfUnit],
  ['BUDGET_OFFICER', PERSONAS.budgetOfficer],
  ['PAYMENT_ORDERER', PERSONAS.paymentOrderer],
  ['EXTERNAL_AUDITOR', PERSONAS.auditor],
  ['PRESS_VIEWER', PERSONAS.press],
  ['ADMIN', PERSONAS.admin],
  ['APPLICANT_EDITOR', 'antrag@wi.wir.example'],
  ['APPLICANT_FINANCE', 'antrag@hu.wir.example'],
  ['APPLICANT_SIGNATORY', 'zeichnung@wi.wir.example'],
];

/** Refusals that only the matrix makes; other 403s (four eyes, conflict of interest) belong to rules about a record. */
const BY_MATRIX = '"code":"auth.forbidden"';

/**
 * B10: every route × every role. Sent is what the form accepts, about something that does not exist, so that the right alone
 * decides between 403 and any other answer.
 */
describe('the matrix of routes and roles', () => {
  const api = useApi();
  let document: object = {};
  let operations: readonly Operation[] = [];
  const matrix = pinnedMatrix();
  const people = new Map<string, SignedIn>();

  beforeAll(async () => {
    ({ document, operations } = contractOfBuild());
    // The demo's editors are the finance people too; for the matrix each account has one role.
    await api.database.owner.query(`DELETE FROM identity.role_grant g USING identity.account a WHERE a.id = g.account_id
      AND (a.email = 'antrag@wi.wir.example' AND g.role = 'APPLICANT_FINANCE' OR a.email = 'antrag@hu.wir.example' AND g.role = 'APPLICANT_EDITOR')`);
    await signInAgain();
  });

  async function signInAgain(): Promise<void> {
    const found = await signedIn(
      api.database,
      ONE_EACH.map(([, email]) => email),
    );
    for (const [role, email] of ONE_EACH) {
      const person = found.find((each) => each.email === email);
      if (person) people.set(role, person);
    }
  }

  const operationOf = (name: string): Operation | undefined => operations.find((each) => each.name === name);
  /** Ids of nothing; a year and a code as they are written. */
  const addressOf = (operation: Operation): string =>
    filled(
      operation.path,
      operation.pathParameters.map(({ schema, name }) =>
        name === 'year' ? '2027' : schema.format === 'uuid' ? randomUUID() : 'FORMAL_COMPLETE',
      ),
    ) + requiredQuery(document, operation);
  const call = (operation: Operation, token: string | null): Promise<Sent> =>
    send(api.client.url, operation, addressOf(operation), token, plainBody(document, operation));

  it('names every operation of the contract, and no other', () => {
    const pinned = matrix.map(({ method, path }) => `${method} ${path}`);

    expect([...pinned].sort()).toEqual(operations.map(({ name }) => name).sort());
  });

  it('lets pass whom it names, and refuses all others: 401 without sign-in, 403 without the right', async () => {
    const wrong: string[] = [];
    let n = 0;
    // Those that end sessions or move the clock come last, on sessions of their own.
    const rows = [...matrix].sort((a, b) => Number(endsSessions(a.path)) - Number(endsSessions(b.path)));
    for (const { method, path, permission, roles } of rows) {
      const operation = operationOf(`${method} ${path}`);
      if (!operation) continue;
      if (endsSessions(path)) await signInAgain();
      const anonymous = await call(operation, null);
      n += 1;
      if (permission !== null && anonymous.status !== 401)
        wrong.push(`${operation.name} as nobody: ${anonymous.status}`);
      if (permission === null) continue;
      await eachOf([...people], 4, async ([role, { token }]) => {
        const answer = await call(operation, token);
        n += 1;
        const isRefused = answer.status === 403 && answer.text.includes(BY_MATRIX);
        if (roles.includes(role) === isRefused || answer.status === 401)
          wrong.push(`${operation.name} as ${role}: ${answer.status} ${answer.text.slice(0, 160)}`);
      });
    }

    reportFigure({ id: 'B10', value: wrong.length, limit: 0, n });
    expect(wrong).toEqual([]);
  }, 180_000);

  const endsSessions = (path: string): boolean => /logout|sessions|password$|demo\/clock/.test(path);

  it('refuses everything to a locked account with 401, and to one whose role was withdrawn with 403', async () => {
    const [locked, stripped] = await signedIn(api.database, [PERSONAS.caseWorkerSecond, PERSONAS.headOfUnitSecond]);
    await api.database.owner.query(
      "UPDATE identity.account SET state = 'LOCKED', active = false, locked_reason = 'Probe', version = version + 1 WHERE email = $1",
      [PERSONAS.caseWorkerSecond],
    );
    await api.database.owner.query(
      'UPDATE identity.role_grant SET valid_to = greatest(platform.now(), valid_from) WHERE account_id = (SELECT id FROM identity.account WHERE email = $1)',
      [PERSONAS.headOfUnitSecond],
    );
    const wrong: string[] = [];
    await eachOf(
      matrix.filter(({ permission, path }) => permission !== null && !endsSessions(path)),
      4,
      async ({ method, path }) => {
        const operation = operationOf(`${method} ${path}`);
        if (!operation) return;
        const [out, bare] = await Promise.all([
          call(operation, locked?.token ?? ''),
          call(operation, stripped?.token ?? ''),
        ]);
        if (out.status !== 401) wrong.push(`${operation.name} locked: ${out.status}`);
        if (bare.status !== 403 || !bare.text.includes(BY_MATRIX))
          wrong.push(`${operation.name} without role: ${bare.status}`);
      },
    );

    reportFigure({ id: 'B10-without-role', value: wrong.length, limit: 0, n: matrix.length * 2 });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('gives a deputy what the absent person may, for the days of the absence and not after', async () => {
    const [deputy] = await signedIn(api.database, [PERSONAS.budgetOfficerSecond]);
    const routes = matrix.filter(
      ({ roles, permission, path }) =>
        permission !== null &&
        roles.includes('HEAD_OF_UNIT') &&
        !roles.includes('BUDGET_OFFICER') &&
        !endsSessions(path),
    );
    const refusedOf = async (): Promise<string[]> => {
      const refused: string[] = [];
      await eachOf(routes, 4, async ({ method, path }) => {
        const operation = operationOf(`${method} ${path}`);
        const answer = operation && (await call(operation, deputy?.token ?? ''));
        if (answer?.status === 403 && answer.text.includes(BY_MATRIX)) refused.push(path);
      });
      return refused;
    };
    const before = await refusedOf();
    await api.database.owner.query(
      `INSERT INTO identity.delegation (absent_account_id, deputy_account_id, role, valid_from, valid_to, reason, created_by)
       SELECT a.id, d.id, 'HEAD_OF_UNIT', platform.now() - interval '1 day', platform.now() + interval '1 day', 'Urlaub', a.id
       FROM identity.account a, identity.account d WHERE a.email = $1 AND d.email = $2`,
      [PERSONAS.headOfUnit, PERSONAS.budgetOfficerSecond],
    );
    const during = await refusedOf();
    await api.database.owner.query(
      "UPDATE identity.delegation SET revoked_at = platform.now(), revoke_reason = 'zurück', revoked_by = created_by",
    );
    const after = await refusedOf();

    expect(routes.length).toBeGreaterThan(3);
    expect([before.length, during, after.length]).toEqual([routes.length, [], routes.length]);
  }, 120_000);

  it('lets the auditor write nothing: the rows he may reach are the same afterwards', async () => {
    const { token } = people.get('EXTERNAL_AUDITOR') ?? {};
    const counted = (): Promise<object[]> => truth(api.database, COUNTS);
    const before = await counted();
    await eachOf(
      operations.filter(({ method, path }) => method !== 'GET' && !endsSessions(path) && !path.includes('/me/')),
      4,
      async (operation) => {
        await call(operation, token ?? null);
      },
    );

    expect(await counted()).toEqual(before);
  }, 60_000);
});

const COUNTS = `SELECT (SELECT count(*) FROM applications.application) AS applications, (SELECT count(*) FROM decisions.notice) AS notices,
  (SELECT count(*) FROM disbursements.payment_order) AS orders, (SELECT count(*) FROM budget.transfer) AS transfers,
  (SELECT count(*) FROM identity.account) AS accounts, (SELECT count(*) FROM identity.role_grant) AS grants,
  (SELECT count(*) FROM identity.delegation) AS delegations, (SELECT count(*) FROM identity.conflict_of_interest) AS conflicts`;
