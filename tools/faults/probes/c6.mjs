import { randomUUID } from 'node:crypto';
import { accepted, count } from '../calls.mjs';
import { exactly } from '../figures.mjs';

const EDITOR = 'antrag@wz.wir.example';

/** Two tabs with the same version save at once: the second is told (412), and without a version nobody saves (428). */
export async function probe(stage) {
  const pairs = stage.rounds ?? 20;
  const resources = [await draft(stage), await budgetLine(stage)];
  let lost = 0;
  let silent = 0;
  for (const { as, path, bodyOf, read } of resources) {
    for (let pair = 0; pair < pairs; pair += 1) {
      const { version } = await read();
      const names = [0, 1].map((tab) => `Reiter ${tab} ${randomUUID()}`);
      const replies = await Promise.all(
        names.map((name, tab) => stage.call(tab, as, 'PATCH', path, bodyOf(name), { version })),
      );
      const winner = replies.findIndex(({ status }) => status === 200);
      const isKept = winner >= 0 && (await read()).name === names[winner];
      if (count(replies, 200) !== 1 || count(replies, 412) !== 1 || !isKept) lost += 1;
      if ((await stage.call(pair, as, 'PATCH', path, bodyOf('ohne'))).status !== 428) silent += 1;
    }
  }
  const n = pairs * resources.length;
  return [exactly('C6-lost-updates', lost, 0, n), exactly('C6-without-version', silent, 0, n)];
}

async function draft(stage) {
  const body = { callCode: 'WIR-2026', moduleCode: 'DIVERSITY_CENTRE' };
  const { id } = accepted(await stage.call(0, EDITOR, 'POST', '/applications', body), 'Antrag');
  const path = `/applications/${id}`;
  const read = async () => {
    const { version, title } = accepted(await stage.call(0, EDITOR, 'GET', path), path);
    return { version, name: title };
  };
  return { as: EDITOR, path, bodyOf: (title) => ({ title }), read };
}

async function budgetLine(stage) {
  const code = `F-${randomUUID().slice(0, 8)}`;
  const body = { code, name: 'Störprobe', departmentalPlan: '08' };
  const { id } = accepted(await stage.call(0, 'haushalt', 'POST', '/budget-lines', body), 'Haushaltsstelle');
  const read = async () => {
    const { items } = accepted(await stage.call(0, 'haushalt', 'GET', '/budget-lines'), 'Haushaltsstellen');
    return items.find((line) => line.id === id);
  };
  return { as: 'haushalt', path: `/budget-lines/${id}`, bodyOf: (name) => ({ name }), read };
}
