import { Injectable } from '@nestjs/common';
import type { AccountKind } from '@wir/budget/domain';
import type { ReadTx } from '@wir/shared/api';
import { BudgetLineQueries } from '../lines/budget-line.queries';
import { LedgerPosting } from '../ledger-posting';
import type { BudgetActEffectDto, BudgetActPreviewDto } from './budget-act.dto';
import { BudgetActQueries, type BudgetActRow } from './budget-act.queries';
import { transfersOfAct } from './planned-act';

/** Balances are what the bookings up to the last of the act left; before it, those up to the first. */
const AS_BOOKED = `
WITH act AS (SELECT from_account_id, to_account_id, min(id) OVER () AS first, max(id) OVER () AS last FROM budget.transfer WHERE act_id = $1),
touched AS (SELECT from_account_id AS id, first, last FROM act UNION SELECT to_account_id, first, last FROM act),
moved AS (
  SELECT w.id, coalesce(sum(m.cents) FILTER (WHERE m.transfer_id < w.first), 0)::bigint AS before_cents, coalesce(sum(m.cents), 0)::bigint AS after_cents
  FROM touched w LEFT JOIN LATERAL (
    SELECT t.id AS transfer_id, -t.amount_cents AS cents FROM budget.transfer t WHERE t.from_account_id = w.id AND t.id <= w.last
    UNION ALL
    SELECT t.id, t.amount_cents FROM budget.transfer t WHERE t.to_account_id = w.id AND t.id <= w.last) m ON true
  GROUP BY w.id
)
SELECT a.kind AS account, a.budget_year AS year, a.due_year, l.code AS line_code, m.before_cents, m.after_cents
FROM moved m JOIN budget.account a ON a.id = m.id JOIN budget.line l ON l.id = a.line_id ORDER BY a.budget_year, a.due_year, l.code, a.kind`;

interface EffectRow {
  readonly account: AccountKind;
  readonly year: number;
  readonly due_year: number | null;
  readonly line_code: string;
  readonly before_cents: number;
  readonly after_cents: number;
}

/** What an act does, for everybody who reads the budget: who releases must see it first. */
@Injectable()
export class BudgetActEffectQueries {
  constructor(
    private readonly acts: BudgetActQueries,
    private readonly lines: BudgetLineQueries,
    private readonly ledger: LedgerPosting,
  ) {}

  async of(tx: ReadTx, id: string): Promise<BudgetActPreviewDto> {
    const row = await this.acts.row(tx, id);
    if (row.state === 'PROPOSED') return { effects: await this.asThingsStand(tx, row) };
    if (row.state === 'APPLIED') return { effects: await this.asBooked(tx, id) };
    return { effects: [] };
  }

  private async asThingsStand(tx: ReadTx, row: BudgetActRow): Promise<BudgetActEffectDto[]> {
    const known = await this.lines.all(tx, row.programme_id);
    const codes = new Map(known.map(({ id, code }) => [id, code]));
    const mainLineId = known.find(({ is_main }) => is_main)?.id ?? '';
    const { kind, lines, consent_reference: consentReference, carry_over_ends_on: carryOverEndsOn } = row;
    const transfers = transfersOfAct({ kind, lines, consentReference, carryOverEndsOn }, mainLineId);
    const effects = await this.ledger.preview(tx, row.programme_id, transfers);
    return effects.map(({ key, beforeCents, afterCents }) => ({
      account: key.kind,
      year: key.year,
      dueYear: key.dueYear,
      lineCode: codes.get(key.lineId ?? mainLineId) ?? '',
      beforeCents,
      afterCents,
    }));
  }

  private async asBooked(tx: ReadTx, id: string): Promise<BudgetActEffectDto[]> {
    const rows = await tx.query<EffectRow>(AS_BOOKED, [id]);
    return rows.map((row) => ({
      account: row.account,
      year: row.year,
      dueYear: row.due_year,
      lineCode: row.line_code,
      beforeCents: row.before_cents,
      afterCents: row.after_cents,
    }));
  }
}
