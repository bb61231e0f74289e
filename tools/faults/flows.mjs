import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actBody } from './acts.mjs';
import { accepted } from './calls.mjs';
import { checkedRequest } from './money.mjs';

/**
 * A command that can be repeated, and how often its effect is there.
 *
 * @typedef {{ as: string, path: string, body?: unknown, formOf?: () => FormData, effects: () => Promise<number> }} Flow
 */

let cents = 30_000;

/** @param {import('./stage.mjs').Stage} stage @returns {Promise<Flow>} */
export async function proposing(stage) {
  const body = actBody('LOCK', [{ kind: 'LOCK', year: 2029, amountCents: 1 }], `Abbruch ${randomUUID()}`);
  const sql = 'SELECT count(*)::integer AS n FROM budget.budget_act WHERE reason = $1';
  return {
    as: 'haushalt',
    path: '/budget-acts',
    body,
    effects: async () => (await stage.sql(sql, [body.reason]))[0].n,
  };
}

/** A payment run in one step: one run, one line of the register, the order exported. @param {import('./stage.mjs').Stage} stage @returns {Promise<Flow>} */
export async function running(stage) {
  const order = await anOrder(stage);
  const sql = `SELECT count(*)::integer AS runs, count(*) FILTER (WHERE r.state = 'EXPORTED' AND o.state = 'EXPORTED')::integer AS exported
    FROM disbursements.payment_run_line l JOIN disbursements.payment_run r ON r.id = l.payment_run_id AND r.state <> 'TAKEN_BACK'
    JOIN disbursements.payment_order o ON o.id = l.payment_order_id WHERE l.payment_order_id = $1`;
  const effects = async () => {
    const [{ runs, exported }] = await stage.sql(sql, [order.id]);
    const named = registerOf(stage).filter((line) => line.includes(order.orderNumber)).length;
    if (runs === 0 && named === 0) return 0;
    return runs === 1 && exported === 1 && named === 1 ? 1 : -1;
  };
  return { as: 'anordnung', path: '/payment-runs', body: { orderIds: [order.id] }, effects };
}

/** The cash office paid: one booking of one payment. @param {import('./stage.mjs').Stage} stage @returns {Promise<Flow>} */
export async function importing(stage) {
  const order = await anOrder(stage);
  accepted(await stage.call(0, 'anordnung', 'POST', '/payment-runs', { orderIds: [order.id] }), 'Zahlungslauf');
  const header = 'order_number;status;amount_cents;value_date;document_number;reason';
  const csv = `${header}\n${order.orderNumber};PAID;${order.amountCents};2026-03-05;B-${order.orderNumber};\n`;
  const formOf = () => {
    const form = new FormData();
    form.set('file', new Blob([csv], { type: 'text/csv' }), 'rueckmeldung.csv');
    return form;
  };
  const sql = "SELECT count(*)::integer AS n FROM budget.transfer WHERE kind = 'PAY' AND payment_order_id = $1";
  const effects = async () => (await stage.sql(sql, [order.id]))[0].n;
  return { as: 'haushalt', path: '/payment-returns', formOf, effects };
}

async function anOrder(stage) {
  cents += 1;
  const id = await checkedRequest(stage, cents);
  const reply = await stage.call(0, 'anordnung', 'POST', `/disbursement-requests/${id}/order`, {});
  return { ...accepted(reply, 'Anordnung').order, amountCents: cents };
}

/** What the register outside the database says, line by line. */
function registerOf({ dataDir }) {
  const file = join(dataDir, 'exports', 'register.jsonl');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}
