import { propose } from '../acts.mjs';
import { atOnce, count } from '../calls.mjs';
import { exactly } from '../figures.mjs';

const MUNICIPALITIES = ['ks', 'da', 'of', 'hef', 'rue', 'gi', 'hu', 'kb', 'mtk', 'lm'];
const CREATE = { callCode: 'WIR-2026', moduleCode: 'DIVERSITY_CENTRE' };

/** Numbers drawn at once, a third of them rolled back: what is left is consecutive. */
export async function probe(stage) {
  const n = stage.rounds ?? 40;
  const [{ year }] = await stage.sql('SELECT extract(year FROM platform.today())::integer AS year');
  const lines = [{ kind: 'LOCK', year: 2028, amountCents: 1 }];
  await atOnce(n, (index) => (index % 10 < 3 ? rollBack(stage, year) : propose(stage, index, 'LOCK', lines)));
  // One live application each: whoever asks twice at once is refused once, and his number goes back.
  const replies = await atOnce(2 * MUNICIPALITIES.length, (index) =>
    stage.call(
      index,
      `antrag@${MUNICIPALITIES[index % MUNICIPALITIES.length]}.wir.example`,
      'POST',
      '/applications',
      CREATE,
    ),
  );
  const acts = await stage.sql('SELECT act_number AS number FROM budget.budget_act');
  const cases = await stage.sql('SELECT case_number AS number FROM applications.application');
  return [
    exactly('C11-gaps-acts', gaps(acts), 0, acts.length),
    exactly('C11-gaps-cases', gaps(cases), 0, cases.length),
    exactly('C11-refused-twins', count(replies, 201, 409) - count(replies, 201), MUNICIPALITIES.length, replies.length),
  ];
}

async function rollBack(stage, year) {
  const client = await stage.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT platform.next_number('budget.HH', $1), pg_sleep(0.02)", [year]);
    await client.query('ROLLBACK');
  } finally {
    await client.end();
  }
}

/** Missing or repeated numbers among 1 … how many there are; the number is the last group of digits. */
function gaps(rows) {
  const numbers = new Set(rows.map(({ number }) => Number(/(\d+)\D*$/.exec(number)?.[1])));
  return rows.filter((_, index) => !numbers.has(index + 1)).length;
}
