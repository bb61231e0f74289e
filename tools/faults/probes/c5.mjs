import { atOnce, count } from '../calls.mjs';
import { exactly } from '../figures.mjs';
import { checkedRequest } from '../money.mjs';

const TIMES = 20;

/** Two orderers order the same instalment twenty times at once, every key different; then the run that exports it, twice. */
export async function probe(stage) {
  const rounds = stage.rounds ?? 3;
  let wrong = 0;
  let orders = 0;
  let exports = 0;
  for (let round = 0; round < rounds; round += 1) {
    const id = await checkedRequest(stage, 10_000 + round);
    const path = `/disbursement-requests/${id}/order`;
    const replies = await atOnce(TIMES, (index) =>
      stage.call(index, ['anordnung', 'anordnung2'][index % 2], 'POST', path, {}),
    );
    if (count(replies, 200) !== 1 || count(replies, 409) !== TIMES - 1) wrong += 1;
    const rows = await stage.sql('SELECT id FROM disbursements.payment_order WHERE disbursement_request_id = $1', [id]);
    orders += rows.length;
    const runs = await atOnce(2, (index) =>
      stage.call(index, 'anordnung', 'POST', '/payment-runs', { orderIds: rows.map((row) => row.id) }),
    );
    exports += count(runs, 201);
  }
  return [
    exactly('C5-rounds-wrong', wrong, 0, rounds),
    exactly('C5-orders', orders, rounds, rounds * TIMES),
    exactly('C5-exports', exports, rounds, rounds * 2),
  ];
}
