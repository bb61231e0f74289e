import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { APPLICATION_TRANSITIONS } from '@wir/applications/domain';
import { BUDGET_ACT_TRANSITIONS, BUDGET_YEAR_TRANSITIONS, TRANSFER_RULES } from '@wir/budget/domain';
import {
  BANK_ACCOUNT_TRANSITIONS,
  DISBURSEMENT_TRANSITIONS,
  PAYMENT_BLOCK_TRANSITIONS,
  PAYMENT_DISCREPANCY_TRANSITIONS,
  PAYMENT_ORDER_TRANSITIONS,
  PAYMENT_RUN_TRANSITIONS,
} from '@wir/disbursements/domain';
import type { TransitionTable } from '@wir/shared/kernel';
import { AWARD_TRANSITIONS } from './award-state';
import { NOTICE_TRANSITIONS } from './notice-state';

const folder = join(__dirname, '../../../../migrations');
const sql = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** The database knows the legal edges too, so that a state jump by SQL is refused; both must say the same. */
function edgesInDatabase(machine: string): string[] {
  return [...sql.matchAll(new RegExp(`\\('${machine}', '([A-Z_]+)', '([A-Z_]+)'\\)`, 'g'))]
    .map(([, from, to]) => `${from} -> ${to}`)
    .sort();
}

function edgesHere(table: TransitionTable<string, string, string>): string[] {
  return [
    ...new Set(table.edges.filter(({ from, to }) => from !== to).map(({ from, to }) => `${from} -> ${to}`)),
  ].sort();
}

describe('the legal edges in the database', () => {
  it.each<[string, TransitionTable<string, string, string>]>([
    ['application', APPLICATION_TRANSITIONS],
    ['notice', NOTICE_TRANSITIONS],
    ['award', AWARD_TRANSITIONS],
    ['disbursement_request', DISBURSEMENT_TRANSITIONS],
    ['payment_order', PAYMENT_ORDER_TRANSITIONS],
    ['payment_run', PAYMENT_RUN_TRANSITIONS],
    ['bank_account', BANK_ACCOUNT_TRANSITIONS],
    ['payment_block', PAYMENT_BLOCK_TRANSITIONS],
    ['payment_discrepancy', PAYMENT_DISCREPANCY_TRANSITIONS],
    ['budget_year', BUDGET_YEAR_TRANSITIONS],
    ['budget_act', BUDGET_ACT_TRANSITIONS],
  ])('of %s are those of the table', (machine, table) => {
    expect(edgesInDatabase(machine)).toEqual(edgesHere(table));
  });

  it('of transfers are those of the rules', () => {
    // A later migration writes a rule anew: the last word counts.
    const lastWord = new Map(
      [...sql.matchAll(/\('([A-Z_]+)', '([a-z_]+)', '([a-z_]+)', '\{([A-Z_,]+)\}'\)/g)].map(
        ([, kind, from, to, states]) => [kind, `${kind}: ${from} -> ${to} in ${states}`],
      ),
    );
    const rules = [...lastWord.values()];
    const here = Object.entries(TRANSFER_RULES).map(
      ([kind, { from, to, yearStates }]) => `${kind}: ${from} -> ${to} in ${yearStates.join()}`,
    );

    expect(rules.sort()).toEqual(here.sort());
  });
});
