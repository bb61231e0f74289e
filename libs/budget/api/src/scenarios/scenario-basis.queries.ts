import { Injectable } from '@nestjs/common';
import type { AccountKind, BudgetYearState } from '@wir/budget/domain';
import type { ReadTx } from '@wir/shared/api';
import { fiscalYearOf } from '@wir/shared/kernel';
import type { ScenarioApplicationDto, ScenarioAwardDto, ScenarioBasisDto, ScenarioYearDto } from './scenario-basis.dto';

interface FigureRow {
  readonly year: number;
  readonly state: BudgetYearState;
  readonly kind: AccountKind;
  readonly due_year: number | null;
  readonly cents: number;
  readonly other_cents: number;
}

const FIGURES = `
SELECT y.year, y.state, a.kind, a.due_year, sum(a.balance_cents)::bigint AS cents,
  coalesce(sum(a.balance_cents) FILTER (WHERE NOT l.is_main), 0)::bigint AS other_cents
FROM budget.budget_year y JOIN budget.account a ON a.programme_id = y.programme_id AND a.budget_year = y.year
JOIN budget.line l ON l.id = a.line_id
WHERE y.programme_id = $1
GROUP BY y.year, y.state, a.kind, a.due_year ORDER BY y.year, a.due_year`;

/** Awards that bind money, and applications that may come to; one statement, rows in the shape of the answer. */
const CASES = `
SELECT
  (SELECT coalesce(jsonb_agg(jsonb_build_object('awardId', w.id, 'awardNumber', w.award_number, 'applicationId', w.application_id, 'caseNumber', ap.case_number,
      'applicantName', p.official_name, 'moduleCode', ap.module_code, 'signedYear', extract(year FROM n.signed_at AT TIME ZONE 'Europe/Berlin')::integer, 'tranches', t.tranches)
      ORDER BY p.official_name, ap.case_number), '[]'::jsonb)
    FROM decisions.award w
    JOIN applications.application ap ON ap.id = w.application_id JOIN programme.applicant p ON p.id = w.applicant_id
    JOIN LATERAL (SELECT max(n.signed_at) AS signed_at FROM decisions.notice n WHERE n.award_id = w.id AND n.signed_at IS NOT NULL) n ON n.signed_at IS NOT NULL
    JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('year', t.year, 'amountCents', t.amount_cents, 'openCents', coalesce(a.balance_cents, 0)) ORDER BY t.year) AS tranches
      FROM decisions.tranche t LEFT JOIN budget.account a ON a.programme_id = w.programme_id AND a.kind = 'committed' AND a.budget_year = t.year AND a.award_id = w.id
      WHERE t.award_id = w.id) t ON true
    WHERE w.programme_id = $1 AND w.state IN ('COMMITTED', 'FINAL')) AS awards,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('applicationId', ap.id, 'caseNumber', ap.case_number, 'applicantName', p.official_name, 'moduleCode', ap.module_code, 'years', y.years)
      ORDER BY p.official_name, ap.case_number), '[]'::jsonb)
    FROM applications.application ap JOIN programme.applicant p ON p.id = ap.applicant_id
    JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('year', py.year, 'requestedCents', py.requested_cents, 'reservedCents',
        CASE WHEN ap.state = 'BUDGET_CONFIRMED' THEN coalesce((SELECT r.amount_cents FROM budget.reserved_of(ap.id) r WHERE r.year = py.year), 0) ELSE 0 END) ORDER BY py.year) AS years
      FROM applications.plan_year py WHERE py.application_id = ap.id) y ON y.years IS NOT NULL
    WHERE ap.programme_id = $1 AND ap.state IN ('SUBMITTED', 'INFO_REQUESTED', 'UNDER_REVIEW', 'REVIEWED', 'BUDGET_CONFIRMED')) AS applications`;

@Injectable()
export class ScenarioBasisQueries {
  async basis(tx: ReadTx, programmeId: string): Promise<ScenarioBasisDto> {
    const rows = await tx.query<FigureRow>(FIGURES, [programmeId]);
    const cases = await tx.queryOne<{ awards: ScenarioAwardDto[]; applications: ScenarioApplicationDto[] }>(CASES, [
      programmeId,
    ]);
    return {
      asOf: tx.now.toISOString(),
      currentYear: fiscalYearOf(tx.today),
      years: yearsOf(rows),
      authorisations: rows.flatMap(({ year, due_year: dueYear, kind, cents }) =>
        kind === 've_free' && dueYear !== null ? [{ budgetYear: year, dueYear, freeCents: cents }] : [],
      ),
      awards: cases?.awards ?? [],
      applications: cases?.applications ?? [],
    };
  }

  /** The years alone, for a comparison before and after the booking. */
  async years(tx: ReadTx, programmeId: string): Promise<ScenarioYearDto[]> {
    return yearsOf(await tx.query<FigureRow>(FIGURES, [programmeId]));
  }
}

/** Years with an Ansatz, as the cockpit shows them. */
function yearsOf(rows: readonly FigureRow[]): ScenarioYearDto[] {
  return rows
    .filter(({ kind }) => kind === 'appropriation')
    .map(({ year, state }) => {
      const row = (kind: AccountKind): FigureRow | undefined =>
        rows.find((each) => each.year === year && each.kind === kind);
      const part = (kind: AccountKind): number => row(kind)?.cents ?? 0;
      return {
        year,
        state,
        appropriatedCents: 0 - part('appropriation'),
        lockedCents: part('locked'),
        reservedCents: part('reserved'),
        committedCents: part('committed'),
        orderedCents: part('ordered'),
        paidCents: part('paid'),
        returnedCents: part('returned'),
        lapsedCents: part('lapsed'),
        freeCents: part('free'),
        otherLinesFreeCents: row('free')?.other_cents ?? 0,
      };
    });
}
