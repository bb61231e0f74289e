/**
 * Bundled together with the product's sources (see statements.mjs): lets the product's own queries run against a
 * recorder instead of a database, so that the bare side measures the very same SQL text and can never drift from it.
 */
import 'reflect-metadata';
import { CHECK_CODES } from '@wir/applications/domain';
import { bookingsOf } from '@wir/budget/api';
import { planReservation } from '@wir/budget/domain';
import { cents, fiscalYear } from '@wir/shared/kernel';
import { findApplicationDetail } from '../../../libs/applications/api/src/data/application-detail.queries';
import { listStatement } from '../../../libs/applications/api/src/data/application-list.queries';
import { ApplicationRepository } from '../../../libs/applications/api/src/data/application.repository';
import { BudgetQueries } from '../../../libs/budget/api/src/data/budget.queries';
import { LedgerPosting } from '../../../libs/budget/api/src/ledger-posting';
import { claimCommand, closingStatement } from '../../../libs/shared/api/src/database/commands';

const STOP = new Error('recorded');

/** @returns {Promise<{ sql: string, values: readonly unknown[] }[]>} what the work asked; answers are `rows`, the last one ends it */
async function recorded(work, answers = []) {
  const asked = [];
  const ask = async (sql, values = []) => {
    asked.push({ sql, values });
    const answer = answers[asked.length - 1];
    if (answer === undefined) throw STOP;
    return answer;
  };
  const tx = { actor: { isStaff: true, accountId: '' }, today: '2026-03-02', query: ask, queryOne: ask, execute: ask };
  await work(tx).catch((error) => {
    if (error !== STOP) throw error;
  });
  return asked;
}

/** What every command of the portal writes besides: its key and answer, and the event in the chain. */
async function commandStatements() {
  const request = { idempotencyKey: '', requestId: '', method: '', path: '', accountId: '', contentDigest: () => '' };
  const asked = [];
  await claimCommand({ query: async (query) => (asked.push(query), { rows: [] }) }, request);
  const entry = { action: 'application.budget-confirmed', objectType: 'APPLICATION', objectVersion: 5 };
  const event = { ...entry, fromState: 'REVIEWED', toState: 'BUDGET_CONFIRMED', after: { reservedYears: [] } };
  const closing = closingStatement(request, { auditEntries: [event], deputyFor: null }, { status: 200, text: '' });
  return { claim: asked[0].text, closing: closing.text, event };
}

const LIST_QUERY = { page: 1, pageSize: 25, state: ['SUBMITTED', 'UNDER_REVIEW'], sort: '-submittedAt' };

/** The statements of the measured routes. */
export async function capture() {
  const [detail] = await recorded((tx) => findApplicationDetail(tx, ''));
  const [insert] = await recorded((tx) =>
    new ApplicationRepository().insert(tx, { id: '', callId: '', moduleCode: '', applicantId: '' }, 2026),
  );
  const [budget] = await recorded((tx) => new BudgetQueries().budget(tx, null));
  const years = [2026, 2027, 2028, 2029, 2030].map((year) => ({ year: fiscalYear(year), amountCents: cents(1000) }));
  const bookings = bookingsOf(planReservation(years), { reason: 'Messung ohne Portal' });
  const open = years.map(({ year }) => ({ year, state: 'OPEN' }));
  const posting = await recorded(
    (tx) => {
      const applicant = { ...tx, actor: { isStaff: false } };
      return new LedgerPosting().post(applicant, { programmeId: '', commandKey: '', bookings });
    },
    [open],
  );
  const { event, ...command } = await commandStatements();
  return {
    ...command,
    event,
    list: listStatement(LIST_QUERY, true),
    detail: detail.sql,
    insertApplication: insert.sql,
    budget: budget.sql,
    lockYears: posting[0].sql,
    insertTransfers: posting[1].sql,
    transferRows: posting[1].values[2],
    checkCodes: CHECK_CODES,
  };
}
