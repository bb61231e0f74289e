import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { step } from '../lib/terminal.mjs';
import { median } from './compare.mjs';

const RUNS = 10;
const ORDERS = 1_000;
const ROWS = RUNS * ORDERS;

/**
 * Ten payment runs of a thousand orders each, with all their files, then one return file that answers all of them: one
 * request each, as the cash office and finance send them. What the import needs on top in memory is the highest it had.
 */
export async function* payments({ database, portal, staff }) {
  await step('10 000 Anordnungen', () => database.change(['add-orders.sql', 'sum-balances.sql']));
  await database.assertReconciled();
  const seconds = await step('Zahlungsläufe', () => exportAll(portal, staff.paymentOrderer));
  yield {
    id: 'run-1000-seconds',
    title: 'Zahlungslauf mit 1 000 Anordnungen und allen Dateien, Sekunden',
    value: median(seconds),
    n: seconds.length,
    detail: `langsamster ${Math.max(...seconds).toFixed(1)} s`,
  };
  await step('Rückmeldung vorbereiten', () => delay(1_000));
  const before = residentMebibytes(portal.pid);
  const { elapsed, peak } = await step('Rückmeldung mit 10 000 Zeilen', () => importAll(portal, staff.budgetOfficer));
  await database.assertReconciled();
  yield {
    id: 'return-10000-seconds',
    title: 'Rückmeldung mit 10 000 Zeilen, Sekunden',
    value: elapsed,
    n: 1,
    detail: `alle bezahlt, abgeglichen`,
  };
  yield {
    id: 'return-10000-mib',
    title: 'dabei mehr Speicher, MiB',
    value: Math.max(0, peak - before),
    n: 1,
    detail: `von ${before.toFixed(0)} auf höchstens ${peak.toFixed(0)} MiB`,
  };
}

async function exportAll({ url }, token) {
  const seconds = [];
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    const answer = await post(url, token, '/payment-runs', JSON.stringify({ dueUntil: '2026-03-02' }));
    seconds.push((performance.now() - started) / 1000);
    if (answer.state !== 'EXPORTED' || answer.orderCount !== ORDERS)
      throw new Error(`Ein Lauf ist ${answer.state} mit ${answer.orderCount} Anordnungen`);
  }
  return seconds;
}

async function importAll({ url, pid }, token) {
  const header = 'order_number;status;amount_cents;value_date;document_number;reason';
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const number = 900_001 + index;
    return `WIR-2026-A-${number};PAID;1000;2026-03-03;HCC-${number};`;
  });
  const form = new FormData();
  form.set('file', new Blob([[header, ...rows, ''].join('\n')], { type: 'text/csv' }), 'rueckmeldung.csv');
  let isDone = false;
  const watching = highest(pid, () => isDone);
  const started = performance.now();
  const report = await post(url, token, '/payment-returns', form).finally(() => (isDone = true));
  const elapsed = (performance.now() - started) / 1000;
  if (report.bookedCents !== ROWS * 1000) throw new Error(`Gebucht sind ${report.bookedCents} Cent`);
  return { elapsed, peak: await watching };
}

async function highest(pid, isDone) {
  let peak = 0;
  while (!isDone()) {
    peak = Math.max(peak, residentMebibytes(pid));
    await delay(20);
  }
  return peak;
}

function residentMebibytes(pid) {
  if (process.platform !== 'linux') return Number.NaN;
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

async function post(url, token, path, body) {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
  if (typeof body === 'string') headers['content-type'] = 'application/json';
  const response = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body });
  const answer = await response.json();
  if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${JSON.stringify(answer).slice(0, 300)}`);
  return answer;
}
