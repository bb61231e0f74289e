import * as story from '../seed/acts.mjs';
import { castOf } from '../seed/cast.mjs';
import { SeedClient } from '../seed/client.mjs';
import { accepted } from './calls.mjs';

const APPLICANT = 'WI';

/** One granted case with confirmed bank data, brought there by the real calls; made once for all probes. @returns {Promise<any>} */
export function grantedCase(stage) {
  stage.memo.money ??= grant(stage);
  return stage.memo.money;
}

async function grant(stage) {
  const client = new SeedClient(stage.apis[0].url);
  const list = await client.get('sachbearbeitung@wir.example', '/applicants?pageSize=200');
  const cast = castOf(Array.isArray(list) ? list : list.items);
  const one = cast.find(({ applicant }) => applicant.code === APPLICANT);
  one.caseWorker = 'sachbearbeitung@wir.example';
  const steps = ['apply', 'submit', 'confirmCompleteness', 'answerChecks', 'recommend', 'confirmBudget', 'decide'];
  for (const step of [...steps, 'cosign', 'sign']) await story[step](client, one);
  await client.post(one.caseWorker, `/notices/${one.noticeId}/dispatch`, { channel: 'HANDOVER', date: '2026-03-02' });
  // The due job that makes it notified runs when the clock is moved.
  const { now } = await client.get('admin@wir.example', '/me');
  const later = new Date(new Date(now).getTime() + 1_000).toISOString();
  await client.call('admin@wir.example', 'PUT', '/demo/clock', { now: later });
  for (const step of ['waiveAppeal', 'declare', 'confirmBankAccount']) await story[step](client, one);
  return one;
}

/** A checked request for an instalment of the case, ready to be ordered. @returns {Promise<string>} its id */
export async function checkedRequest(stage, amountCents) {
  const one = await grantedCase(stage);
  const post = async (as, path, body) => accepted(await stage.call(0, as, 'POST', path, body), path);
  const wish = { year: 2026, amountCents, neededUntil: '2026-04-30' };
  const { id } = await post(one.editor, `/awards/${one.awardId}/disbursement-requests`, wish);
  await post(one.signatory, `/disbursement-requests/${id}/submission`, {});
  const check = { factual: true, arithmetical: true, note: 'Störprobe' };
  await post('sachbearbeitung', `/disbursement-requests/${id}/check`, check);
  return id;
}
