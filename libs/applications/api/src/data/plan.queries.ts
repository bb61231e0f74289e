import type { PlanYear, ProposedYear } from '@wir/applications/domain';
import type { ReadTx, Tx } from '@wir/shared/api';
import type { Application } from './application.repository';

/** Rows of a plan as one statement of several tables brings them. */
export interface PlanRows {
  readonly planYears: readonly { readonly year: number; readonly requestedCents: number }[];
  readonly planLines: readonly PlanLineRow[];
}

export interface PlanLineRow {
  readonly year: number;
  readonly kind: 'EXPENSE' | 'INCOME';
  readonly code: string;
  readonly label: string;
  readonly fteHundredths: number | null;
  readonly months: number | null;
  readonly amountCents: number;
}

/** Columns `planYears` and `planLines` of an application `a`. */
export const PLAN_COLUMNS = `
  (SELECT coalesce(json_agg(json_build_object('year', y.year, 'requestedCents', y.requested_cents) ORDER BY y.year), '[]')
   FROM applications.plan_year y WHERE y.application_id = a.id) AS "planYears",
  (SELECT coalesce(json_agg(json_build_object('year', l.year, 'kind', l.kind, 'code', l.code, 'label', l.label, 'fteHundredths', l.fte_hundredths,
     'months', l.months, 'amountCents', l.amount_cents) ORDER BY l.year, l.kind, l.position), '[]')
   FROM applications.plan_line l WHERE l.application_id = a.id) AS "planLines"`;

export function toPlan({ planYears, planLines }: PlanRows): PlanYear[] {
  return planYears.map(({ year, requestedCents }) => {
    const lines = planLines.filter((line) => line.year === year);
    const expenses = lines.filter(({ kind }) => kind === 'EXPENSE').map(toExpense);
    const income = lines
      .filter(({ kind }) => kind === 'INCOME')
      .map(({ code, label, amountCents }) => ({
        kind: code as PlanYear['income'][number]['kind'],
        label,
        amountCents,
      }));
    return { year, expenses, income, requestedCents };
  });
}

function toExpense({ code, label, fteHundredths, months, amountCents }: PlanLineRow): PlanYear['expenses'][number] {
  return {
    component: code as PlanYear['expenses'][number]['component'],
    label,
    fte: fteHundredths === null ? null : fteHundredths / 100,
    months,
    amountCents,
  };
}

export async function planOf(tx: ReadTx, applicationId: string): Promise<PlanYear[]> {
  const row = await tx.queryOne<PlanRows>(`SELECT ${PLAN_COLUMNS} FROM applications.application a WHERE a.id = $1`, [
    applicationId,
  ]);
  return row === null ? [] : toPlan(row);
}

export function proposedYearsOf(tx: ReadTx, applicationId: string): Promise<ProposedYear[]> {
  return tx.query<ProposedYear>(
    'SELECT year, proposed_cents AS "proposedCents" FROM applications.recommendation_year WHERE application_id = $1 ORDER BY year',
    [applicationId],
  );
}

const INSERT_YEARS = `
INSERT INTO applications.plan_year (application_id, applicant_id, year, requested_cents)
SELECT $1, $2, y.year, y.requested_cents FROM jsonb_to_recordset($3::jsonb) AS y (year integer, requested_cents bigint)`;

const INSERT_LINES = `
INSERT INTO applications.plan_line (application_id, applicant_id, year, kind, position, code, label, fte_hundredths, months, amount_cents)
SELECT $1, $2, l.year, l.kind, l.position, l.code, l.label, l.fte_hundredths, l.months, l.amount_cents
FROM jsonb_to_recordset($3::jsonb) AS l (year integer, kind text, position smallint, code text, label text, fte_hundredths integer, months smallint, amount_cents bigint)`;

/** The plan is stored whole: rows that are gone from it are gone from the table; what was submitted stays in the snapshot. */
export async function replacePlan(tx: Tx, { id, applicantId }: Application, years: readonly PlanYear[]): Promise<void> {
  await tx.execute('DELETE FROM applications.plan_year WHERE application_id = $1', [id]);
  const yearRows = years.map(({ year, requestedCents }) => ({ year, requested_cents: requestedCents }));
  await tx.execute(INSERT_YEARS, [id, applicantId, JSON.stringify(yearRows)]);
  await tx.execute(INSERT_LINES, [id, applicantId, JSON.stringify(years.flatMap(lineRows))]);
}

function lineRows({ year, expenses, income }: PlanYear): object[] {
  return [
    ...expenses.map((line, position) => ({
      year,
      kind: 'EXPENSE',
      position,
      code: line.component,
      label: line.label,
      fte_hundredths: typeof line.fte === 'number' ? Math.round(line.fte * 100) : null,
      months: line.months ?? null,
      amount_cents: line.amountCents,
    })),
    ...income.map((line, position) => ({
      year,
      kind: 'INCOME',
      position,
      code: line.kind,
      label: line.label,
      amount_cents: line.amountCents,
    })),
  ];
}
