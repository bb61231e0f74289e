import { Injectable } from '@nestjs/common';
import { forecastOutflow, type DatedMoney, type OpenInstalment } from '@wir/disbursements/domain';
import type { ReadTx } from '@wir/shared/api';
import { cents, localDate } from '@wir/shared/kernel';
import type { ForecastDto, ForecastQueryDto } from './forecast.dto';

type Part = 'year' | 'paid' | 'ordered' | 'committed' | 'instalment';

interface Row {
  readonly part: Part;
  readonly year: number;
  readonly day: string | null;
  readonly award_id: string | null;
  readonly cents: number;
}

/**
 * $1 applicant, $2 module. What flowed out and what is ordered come from the bookings themselves, so that the forecast cannot
 * differ from the ledger; only the day of an open order is the order's own.
 */
const FACTS = `
WITH programme AS (
  SELECT id FROM programme.programme ORDER BY period_end DESC, id LIMIT 1
), own AS (
  SELECT w.id FROM decisions.award w JOIN applications.application ap ON ap.id = w.application_id
  WHERE ($1::uuid IS NULL OR ap.applicant_id = $1) AND ($2::text IS NULL OR ap.module_code = $2)
), moved AS (
  SELECT a.kind, a.budget_year AS year, t.value_date, o.due_on, CASE t.to_account_id WHEN a.id THEN t.amount_cents ELSE -t.amount_cents END AS cents
  FROM budget.account a JOIN budget.transfer t ON a.id IN (t.from_account_id, t.to_account_id)
  LEFT JOIN disbursements.payment_order o ON o.id = t.payment_order_id
  WHERE a.programme_id = (SELECT id FROM programme) AND a.kind IN ('paid', 'ordered')
    AND (($1::uuid IS NULL AND $2::text IS NULL) OR coalesce(t.award_id, o.award_id) IN (SELECT id FROM own))
)
SELECT 'year' AS part, a.budget_year AS year, NULL::date AS day, NULL::uuid AS award_id, 0::bigint AS cents
FROM budget.account a WHERE a.programme_id = (SELECT id FROM programme) AND a.kind = 'appropriation' GROUP BY a.budget_year
UNION ALL
SELECT 'paid', year, value_date, NULL, sum(cents)::bigint FROM moved WHERE kind = 'paid' GROUP BY year, value_date
UNION ALL
SELECT 'ordered', year, coalesce(due_on, min(value_date)), NULL, sum(cents)::bigint FROM moved WHERE kind = 'ordered' GROUP BY year, due_on HAVING sum(cents) <> 0
UNION ALL
SELECT 'committed', a.budget_year, NULL, a.award_id, sum(a.balance_cents)::bigint FROM budget.account a
WHERE a.programme_id = (SELECT id FROM programme) AND a.kind = 'committed' AND a.award_id IN (SELECT id FROM own) AND a.balance_cents <> 0
GROUP BY a.budget_year, a.award_id
UNION ALL
SELECT 'instalment', i.year, i.due_on, i.award_id, coalesce(d.amount_cents, i.amount_cents)
FROM disbursements.instalment i LEFT JOIN disbursements.disbursement_request d ON d.id = i.request_id
WHERE i.award_id IN (SELECT id FROM own) AND (d.id IS NULL OR d.state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'CHECKED', 'FAILED'))`;

@Injectable()
export class ForecastQueries {
  async forecast(tx: ReadTx, query: ForecastQueryDto): Promise<ForecastDto> {
    const rows = await tx.query<Row>(FACTS, [query.applicantId ?? null, query.moduleCode ?? null]);
    const of = (part: Part): Row[] => rows.filter((row) => row.part === part);
    const { years, months } = forecastOutflow({
      today: tx.today,
      years: of('year').map(({ year }) => year),
      paid: of('paid').flatMap(dated),
      ordered: of('ordered').flatMap(dated),
      committed: of('committed').flatMap(promised),
      instalments: of('instalment').flatMap(planned),
    });
    return { asOf: tx.now.toISOString(), years: [...years], months: [...months] };
  }
}

function dated({ year, day, cents: amount }: Row): DatedMoney[] {
  return day === null ? [] : [{ year, day: localDate(day), amountCents: cents(amount) }];
}

function promised({ year, award_id: awardId, cents: amount }: Row): Omit<OpenInstalment, 'dueOn'>[] {
  return awardId === null ? [] : [{ awardId, year, amountCents: cents(amount) }];
}

function planned(row: Row): OpenInstalment[] {
  const { day } = row;
  return day === null ? [] : promised(row).map((each) => ({ ...each, dueOn: localDate(day) }));
}
