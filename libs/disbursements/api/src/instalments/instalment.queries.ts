import { Injectable } from '@nestjs/common';
import { proposedInstalments, reducedInstalments, vacancySavings } from '@wir/disbursements/domain';
import type { ReadTx } from '@wir/shared/api';
import { cents, ZERO_CENTS, type Cents, type LocalDate } from '@wir/shared/kernel';
import type { AwardRow } from '../data/award-row';
import { openOf } from '../to-award';
import type { InstalmentsDto, YearSavingsDto } from './instalment.dto';

interface InstalmentRow {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly due_on: LocalDate;
  readonly amount_cents: Cents;
  readonly request_id: string | null;
  readonly request_number: string | null;
}

interface VacancyRow {
  readonly id: string;
  readonly year: number;
  readonly component: string;
  readonly fte_hundredths: number;
  readonly months: number;
  readonly reason: string;
  readonly reported_at: Date;
}

/** A post of the plan: cost, hundredths of FTE times months planned and reported vacant. */
interface PostRow {
  readonly year: number;
  readonly code: string;
  readonly expense_cents: number;
  readonly planned: number;
  readonly vacant: number;
  readonly expenses_cents: number;
}

const INSTALMENTS = `
SELECT i.id, i.year, i.number, i.due_on, i.amount_cents, i.request_id, d.request_number FROM disbursements.instalment i
LEFT JOIN disbursements.disbursement_request d ON d.id = i.request_id WHERE i.award_id = $1 ORDER BY i.year, i.number`;
const VACANCIES =
  'SELECT id, year, component, fte_hundredths, months, reason, reported_at FROM disbursements.vacancy WHERE award_id = $1 ORDER BY reported_at, id';
const POSTS = `
SELECT l.year, l.code, sum(l.amount_cents)::bigint AS expense_cents, sum(l.fte_hundredths * l.months)::integer AS planned,
  coalesce((SELECT sum(v.fte_hundredths * v.months) FROM disbursements.vacancy v WHERE v.award_id = $1 AND v.year = l.year AND v.component = l.code), 0)::integer AS vacant,
  (SELECT sum(e.amount_cents) FROM applications.plan_line e WHERE e.application_id = l.application_id AND e.year = l.year AND e.kind = 'EXPENSE')::bigint AS expenses_cents
FROM applications.plan_line l WHERE l.application_id = $2 AND l.kind = 'EXPENSE' AND l.fte_hundredths IS NOT NULL AND l.months IS NOT NULL
GROUP BY l.application_id, l.year, l.code ORDER BY l.year, l.code`;

/** The plan of payouts with what vacancies make of it. */
@Injectable()
export class InstalmentQueries {
  async ofAward(tx: ReadTx, award: AwardRow): Promise<InstalmentsDto> {
    const rows = await tx.query<InstalmentRow>(INSTALMENTS, [award.id]);
    const vacancies = await tx.query<VacancyRow>(VACANCIES, [award.id]);
    const savings = await this.savings(tx, award);
    const proposed = proposedByRow(rows, savings);
    return {
      items: rows.map((row) => ({
        id: row.id,
        year: row.year,
        number: row.number,
        dueOn: row.due_on,
        amountCents: row.amount_cents,
        proposedCents: proposed.get(row.id) ?? row.amount_cents,
        requestId: row.request_id,
        requestNumber: row.request_number,
      })),
      proposal: proposedInstalments(
        award.tranches.map((tranche) => ({ year: tranche.year, amountCents: openOf(tranche) })),
      ),
      vacancies: vacancies.map((row) => ({
        id: row.id,
        year: row.year,
        component: row.component,
        fte: row.fte_hundredths / 100,
        months: row.months,
        reason: row.reason,
        reportedAt: row.reported_at.toISOString(),
      })),
      savings,
    };
  }

  /** Components with posts, per year; a vacancy can be reported for these. */
  posts(tx: ReadTx, award: Pick<AwardRow, 'id' | 'application_id'>): Promise<PostRow[]> {
    return tx.query<PostRow>(POSTS, [award.id, award.application_id]);
  }

  private async savings(tx: ReadTx, award: AwardRow): Promise<YearSavingsDto[]> {
    const posts = await this.posts(tx, award);
    return award.tranches.flatMap(({ year, amount_cents: trancheCents }) => {
      const own = posts.filter((post) => post.year === year && post.vacant > 0);
      if (own.length === 0) return [];
      const staffed = own.map((post) => ({
        expenseCents: cents(post.expense_cents),
        plannedFteMonths: post.planned,
        vacantFteMonths: post.vacant,
      }));
      const expensesCents = cents(own[0]?.expenses_cents ?? 0);
      return [{ year, savedCents: vacancySavings(staffed, { trancheCents, expensesCents }) }];
    });
  }
}

/** Instalments that became requests stay; those to come shrink from the last one. */
function proposedByRow(rows: readonly InstalmentRow[], savings: readonly YearSavingsDto[]): ReadonlyMap<string, Cents> {
  const result = new Map<string, Cents>();
  for (const { year, savedCents } of savings) {
    const open = rows.filter((row) => row.year === year && row.request_id === null);
    const reduced = reducedInstalments(
      open.map((row) => row.amount_cents),
      cents(savedCents),
    );
    open.forEach((row, index) => result.set(row.id, reduced[index] ?? ZERO_CENTS));
  }
  return result;
}
