import { randomUUID } from 'node:crypto';
import { applicantSessions, idOf } from './setup/sessions.mjs';

const LIST = '/api/v1/applications?state=SUBMITTED,UNDER_REVIEW&sort=-submittedAt&pageSize=25';
const JSON_HEADERS = { 'content-type': 'application/json' };
const MODULE = 'DIVERSITY_CENTRE';

/** In turn, over and over. @template T @param {readonly T[]} items @returns {() => T} */
function cycle(items) {
  let position = -1;
  return () => items[(position = (position + 1) % items.length)];
}

/** In a fixed order that jumps about, so that neighbours are not asked one after the other. */
const shuffled = (items) => items.map((_, index) => items[(index * 7919) % items.length]);
const numbers = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/**
 * What each measured route is asked, on both sides.
 *
 * @param {{ database: import('./setup/database.mjs').BenchDatabase, portal: string, bare: string,
 *   staff: { caseWorker: string, budgetOfficer: string } }} context
 * @returns {Record<'list' | 'detail' | 'create' | 'ledger' | 'command' | 'budget', import('./compare.mjs').Sides>}
 */
export function routes(context) {
  const { portal, bare, staff } = context;
  const read = (portalPath, barePath, token) => {
    const headers = { authorization: `Bearer ${token}` };
    return {
      portal: { url: portal, next: () => ({ method: 'GET', path: portalPath(), headers }) },
      bare: { url: bare, next: () => ({ method: 'GET', path: barePath() }) },
    };
  };
  const ids = shuffled(numbers(1, 10_000).map((number) => idOf(`application-${number}`)));
  const [id, sameId] = [cycle(ids), cycle(ids)];
  return {
    list: read(
      () => LIST,
      () => '/list',
      staff.caseWorker,
    ),
    detail: read(
      () => `/api/v1/applications/${id()}`,
      () => `/detail/${sameId()}`,
      staff.caseWorker,
    ),
    budget: read(
      () => '/api/v1/budget',
      () => '/budget',
      staff.budgetOfficer,
    ),
    create: creation(context),
    ledger: posting(context, '/posting'),
    command: posting(context, '/command'),
  };
}

/** Each request is another municipality's, as the rule of one live application per module demands. */
function creation({ database, portal, bare }) {
  const keyFile = String(database.env['WIR_JWT_KEY_FILE']);
  const one = cycle(shuffled(applicantSessions(keyFile, 10_001, 14_000)));
  const other = cycle(shuffled(numbers(14_001, 30_000)));
  const body = JSON.stringify({ callCode: 'WIR-2026', moduleCode: MODULE });
  return {
    reset: () => database.change(['take-back-applications.sql'], {}, 'applications.application'),
    portal: {
      url: portal,
      next: () => {
        const headers = { ...JSON_HEADERS, authorization: `Bearer ${one().token}`, 'idempotency-key': randomUUID() };
        return { method: 'POST', path: '/api/v1/applications', headers, body };
      },
    },
    bare: {
      url: bare,
      next: () => {
        const number = other();
        const ids = { applicantId: idOf(`applicant-${number}`), accountId: idOf(`account-${number}`) };
        return {
          method: 'POST',
          path: '/application',
          headers: JSON_HEADERS,
          body: JSON.stringify({ moduleCode: MODULE, ...ids }),
        };
      },
    },
  };
}

/** The budget officer confirms one reviewed case after the other: each request reserves money in five years. */
function posting({ database, portal, bare, staff }, barePath) {
  const reviewed = numbers(1, 10_000).filter((number) => (number * 37) % 100 >= 45 && (number * 37) % 100 <= 74);
  const id = cycle(reviewed.map((number) => idOf(`application-${number}`)));
  const authorization = `Bearer ${staff.budgetOfficer}`;
  return {
    reset: async () => {
      await database.assertReconciled();
      const tables = 'applications.application, budget.account, budget.budget_year, budget.transfer';
      await database.change(['take-back-postings.sql', 'sum-balances.sql'], {}, tables);
    },
    portal: {
      url: portal,
      next: () => {
        const headers = { ...JSON_HEADERS, authorization, 'idempotency-key': randomUUID() };
        return { method: 'POST', path: `/api/v1/applications/${id()}/budget-confirmation`, headers, body: '{}' };
      },
    },
    bare: {
      url: bare,
      next: () => ({
        method: 'POST',
        path: barePath,
        headers: JSON_HEADERS,
        body: JSON.stringify({ key: randomUUID() }),
      }),
    },
  };
}
