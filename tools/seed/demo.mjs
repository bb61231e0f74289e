import { argv, exit, stderr, stdout } from 'node:process';

import * as acts from './acts.mjs';
import { castOf } from './cast.mjs';
import { SeedClient, eachOf } from './client.mjs';
import * as finance from './finance.mjs';

const ADMIN = 'admin@wir.example';

/** Plays the demo's story through the API, from autumn 2025 to `now`. Usage: demo.mjs <base url> <now> */
async function play(baseUrl, now) {
  const client = new SeedClient(baseUrl);
  if (await hasCases(client)) {
    stdout.write('  Es gibt schon Vorgänge; nichts zu tun.\n');
    return;
  }
  const { items } = await listOf(client);
  const cast = castOf(items);
  const wave1 = cast.filter((one) => one.wave === 1);
  const granted = wave1.filter((one) => one.target !== 'REJECTED');
  const reached = (...targets) => cast.filter((one) => targets.includes(one.target));
  const at = (moment) => client.call(ADMIN, 'PUT', '/demo/clock', { now: moment });
  const step = async (label, cases, ...works) => {
    stdout.write(`  ${label} (${cases.length})\n`);
    await eachOf(cases, async (one) => {
      for (const work of works) await work(client, one);
    });
  };

  await at('2025-09-15T09:00:00+02:00');
  await step('Anträge 2025', wave1, acts.apply, acts.submit);
  await at('2025-10-06T09:00:00+02:00');
  await step('Prüfung 2025', wave1, acts.confirmCompleteness, acts.answerChecks, acts.recommend);
  await at('2025-10-20T10:00:00+02:00');
  await step('Mittel vormerken', wave1, acts.confirmBudget);
  await at('2025-11-03T10:00:00+01:00');
  await step('Entscheidungen', wave1, acts.decide, acts.cosign);
  await at('2025-11-06T10:00:00+01:00');
  await step('Bescheide zeichnen', wave1, acts.sign, (c, one) => acts.dispatch(c, one, '2025-11-06'));
  await at('2025-11-10T10:00:00+01:00');
  await step('Bescheide abrufen', wave1, acts.retrieve);
  await at('2025-11-12T10:00:00+01:00');
  await step('Verzicht und Erklärung', granted, acts.waiveAppeal);
  await step(
    'Bankverbindungen',
    granted.filter((one) => one.target !== 'BANK_PROPOSED'),
    acts.declare,
    acts.confirmBankAccount,
  );
  await at('2026-01-05T08:00:00+01:00');
  await acts.openBudgetYear(client, 2026);
  await firstInstalments(client, { at, step, reached });
  await secondWave({ at, step, reached, cast });
  await lateFebruary(client, { step, cast });
  await at(now);
}

async function firstInstalments(client, { at, step, reached }) {
  const paid = reached('PAID');
  await at('2026-01-12T09:00:00+01:00');
  await step('Mittelabrufe', paid, acts.requestInstalment);
  await at('2026-01-19T09:00:00+01:00');
  await step('Abrufe prüfen', paid, acts.checkInstalment);
  await at('2026-01-22T09:00:00+01:00');
  await step('Anordnungen', paid, acts.orderInstalment);
  await acts.exportRun(client, paid);
  await at('2026-02-02T09:00:00+01:00');
  await acts.bookReturns(client, paid, '2026-01-29');
  await at('2026-02-09T09:00:00+01:00');
  await step(
    'Spätere Abrufe',
    reached('REQUEST_SUBMITTED', 'REQUEST_CHECKED', 'ORDERED', 'EXPORTED'),
    acts.requestInstalment,
  );
  await step('Spätere Prüfungen', reached('REQUEST_CHECKED', 'ORDERED', 'EXPORTED'), acts.checkInstalment);
  await step('Spätere Anordnungen', reached('ORDERED', 'EXPORTED'), acts.orderInstalment);
  await acts.exportRun(client, reached('EXPORTED'));
  await step('Neue Bankverbindung', reached('BANK_PROPOSED'), acts.declare);
}

async function secondWave({ at, step, reached, cast }) {
  const applied = cast.filter((one) => one.wave === 2 && !['DRAFT', 'READY_TO_SIGN', 'SUBMITTED'].includes(one.target));
  const reviewed = reached('DISPATCHED', 'SIGNED', 'NOTICE_DRAFT', 'IN_COSIGN', 'BUDGET_CONFIRMED', 'REVIEWED');
  await at('2026-02-10T09:00:00+01:00');
  await step('Anträge 2026', applied, acts.apply, acts.submit);
  await at('2026-02-16T09:00:00+01:00');
  await step('Nachforderung', reached('INFO_REQUESTED'), acts.requestInformation);
  await step('Prüfung 2026', reviewed, acts.confirmCompleteness, acts.answerChecks, acts.recommend);
  await step('Prüfung begonnen', reached('UNDER_REVIEW'), acts.confirmCompleteness, (c, one) =>
    acts.answerChecks(c, one, 6),
  );
  await at('2026-02-19T09:00:00+01:00');
  await step(
    'Mittel vormerken',
    reached('DISPATCHED', 'SIGNED', 'NOTICE_DRAFT', 'IN_COSIGN', 'BUDGET_CONFIRMED'),
    acts.confirmBudget,
  );
  await at('2026-02-23T09:00:00+01:00');
  await step('Entscheidungen', reached('DISPATCHED', 'SIGNED', 'NOTICE_DRAFT', 'IN_COSIGN'), acts.decide);
  await step('Mitzeichnung', reached('DISPATCHED', 'SIGNED', 'IN_COSIGN'), acts.cosign);
  await at('2026-02-26T09:00:00+01:00');
  await step('Zeichnen', reached('DISPATCHED', 'SIGNED'), acts.sign);
  await step('Absenden', reached('DISPATCHED'), (c, one) => acts.dispatch(c, one, '2026-02-26'));
  await step('Neue Anträge', reached('SUBMITTED'), acts.apply, acts.submit);
  await step('Zur Zeichnung', reached('READY_TO_SIGN'), acts.apply, acts.requestSignature);
  await step('Entwurf', reached('DRAFT'), acts.startDraft);
}

/** What the budget office and the desk do in the last days before the demo begins. */
async function lateFebruary(client, { step, cast }) {
  const cases = (...codes) => codes.map((code) => cast.find((one) => one.applicant.code === code));
  const [overdue, clarified] = cases('HG-K', 'LDK');
  await finance.moveBudget(client);
  await finance.holdPayouts(client, { overdue, clarified });
  await step('Feste Raten', cases('FD'), finance.scheduleInstalments);
  await finance.tryScenarios(client);
  const second = cases('DI', 'GG');
  await step('Zweite Raten', second, acts.requestInstalment, acts.checkInstalment, acts.orderInstalment);
  await acts.freezeRun(client, second);
  await finance.returnWithDiscrepancies(client, cases('FB')[0]);
}

/** The story is told once: a database that somebody works in is left alone. */
async function hasCases(client) {
  const { total } = await client.get('sachbearbeitung@wir.example', '/applications?pageSize=1');
  return total > 0;
}

async function listOf(client) {
  const answer = await client.get('sachbearbeitung@wir.example', '/applicants?pageSize=200');
  return Array.isArray(answer) ? { items: answer } : answer;
}

const [baseUrl = 'http://127.0.0.1:3000', now = '2026-03-02T09:00:00+01:00'] = argv.slice(2);
play(baseUrl, now).catch((error) => {
  stderr.write(`Demodaten unvollständig: ${error.message}\n`);
  exit(1);
});
