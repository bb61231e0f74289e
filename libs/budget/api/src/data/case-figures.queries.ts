import { Injectable } from '@nestjs/common';
import type { AccountKind } from '@wir/budget/domain';
import type { ReadTx } from '@wir/shared/api';
import type { CaseFiguresDto, CaseFiguresQueryDto, CaseYearDto } from '../case-figures.dto';

const PARTS = [
  'reserved',
  'committed',
  'ordered',
  'paid',
  'returned',
  'lapsed',
] as const satisfies readonly AccountKind[];

/** $1 applicant, $2 module, $3 moment. What the bookings of these cases leave on each account, by year. */
const FIGURES = `
WITH booked AS (
  SELECT f.budget_year AS year, f.kind AS from_kind, g.kind AS to_kind, t.amount_cents
  FROM applications.application ap
  JOIN budget.transfer t ON t.application_id = ap.id OR t.award_id = ap.award_id
  JOIN budget.account f ON f.id = t.from_account_id JOIN budget.account g ON g.id = t.to_account_id
  WHERE ($1::uuid IS NULL OR ap.applicant_id = $1) AND ($2::text IS NULL OR ap.module_code = $2) AND f.due_year IS NULL
    AND ($3::timestamptz IS NULL OR t.booked_at < $3::timestamptz + interval '1 millisecond')
), sides AS (
  SELECT year, to_kind AS kind, amount_cents AS cents FROM booked
  UNION ALL
  SELECT year, from_kind, -amount_cents FROM booked
)
SELECT year, kind, sum(cents)::bigint AS cents FROM sides GROUP BY year, kind ORDER BY year, kind`;

/** The parts of the budget that belong to some cases: of one municipality, or of one module. */
@Injectable()
export class CaseFiguresQueries {
  async figures(tx: ReadTx, query: CaseFiguresQueryDto): Promise<CaseFiguresDto> {
    const rows = await tx.query<{ year: number; kind: AccountKind; cents: number }>(FIGURES, [
      query.applicantId ?? null,
      query.moduleCode ?? null,
      query.asOf ?? null,
    ]);
    const years = [...new Set(rows.map(({ year }) => year))].map((year) => {
      const part = (kind: AccountKind): number =>
        rows.find((row) => row.year === year && row.kind === kind)?.cents ?? 0;
      return { year, ...memberwise(part) };
    });
    const total = memberwise((kind) =>
      rows.filter((row) => row.kind === kind).reduce((sum, { cents }) => sum + cents, 0),
    );
    return { asOf: query.asOf ?? tx.now.toISOString(), years, total };
  }
}

function memberwise(part: (kind: AccountKind) => number): Omit<CaseYearDto, 'year'> {
  const [reservedCents, committedCents, orderedCents, paidCents, returnedCents, lapsedCents] = PARTS.map(part);
  return {
    reservedCents: reservedCents ?? 0,
    committedCents: committedCents ?? 0,
    orderedCents: orderedCents ?? 0,
    paidCents: paidCents ?? 0,
    returnedCents: returnedCents ?? 0,
    lapsedCents: lapsedCents ?? 0,
  };
}
