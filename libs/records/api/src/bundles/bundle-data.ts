import type { ReadTx } from '@wir/shared/api';
import type { BundleScope } from './bundle-scope';

/** The rows of one kind, as they stand in the database; `title` heads them in the table of contents. */
export interface BundleSection {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly object[];
}

interface Source {
  readonly name: string;
  readonly title: string;
  readonly sql: string;
  readonly values: (scope: BundleScope, until: Date) => readonly unknown[] | null;
}

const ofCase = ({ kind, applicationIds }: BundleScope): readonly unknown[] | null =>
  kind === 'CASE' ? [applicationIds] : null;
const some = (ids: readonly string[]): readonly unknown[] | null => (ids.length === 0 ? null : [ids]);

const LEDGER_COLUMNS = `t.id, t.kind, a.budget_year, f.kind AS from_account, a.kind AS to_account, t.amount_cents, t.value_date, t.application_id, t.award_id,
  t.notice_id, t.payment_order_id, t.reason, t.reverses_id, t.booked_at, t.booked_by
  FROM budget.transfer t JOIN budget.account f ON f.id = t.from_account_id JOIN budget.account a ON a.id = t.to_account_id`;
const APPLICANTS_OF = `SELECT a.applicant_id FROM applications.application a WHERE a.id = ANY ($1::uuid[])`;

const SOURCES: readonly Source[] = [
  {
    name: 'kommune',
    title: 'Antragstellende Kommune',
    sql: `SELECT p.* FROM programme.applicant p WHERE p.id IN (${APPLICANTS_OF}) ORDER BY p.id`,
    values: ({ applicationIds }) => some(applicationIds),
  },
  {
    name: 'antrag',
    title: 'Antrag',
    sql: 'SELECT * FROM applications.application WHERE id = ANY ($1::uuid[]) ORDER BY id',
    values: ({ applicationIds }) => some(applicationIds),
  },
  {
    name: 'finanzierungsplan-jahre',
    title: 'Finanzierungsplan: Jahre',
    sql: 'SELECT * FROM applications.plan_year WHERE application_id = ANY ($1::uuid[]) ORDER BY application_id, year',
    values: ofCase,
  },
  {
    name: 'finanzierungsplan-zeilen',
    title: 'Finanzierungsplan: Ausgaben und Einnahmen',
    sql: 'SELECT * FROM applications.plan_line WHERE application_id = ANY ($1::uuid[]) ORDER BY application_id, year, kind, position',
    values: ofCase,
  },
  {
    name: 'einreichungen',
    title: 'Eingereichte Fassungen',
    sql: 'SELECT * FROM applications.submission WHERE application_id = ANY ($1::uuid[]) ORDER BY application_id, number',
    values: ofCase,
  },
  {
    name: 'anlagen',
    title: 'Verzeichnis der Anlagen',
    sql: 'SELECT * FROM applications.attachment WHERE application_id = ANY ($1::uuid[]) ORDER BY uploaded_at, id',
    values: ofCase,
  },
  {
    name: 'nachforderungen',
    title: 'Nachforderungen',
    sql: 'SELECT * FROM applications.information_request WHERE application_id = ANY ($1::uuid[]) ORDER BY created_at, id',
    values: ofCase,
  },
  {
    name: 'pruefpunkte',
    title: 'Prüfpunkte',
    sql: 'SELECT * FROM applications.check_answer WHERE application_id = ANY ($1::uuid[]) ORDER BY check_code',
    values: ofCase,
  },
  {
    name: 'empfehlung',
    title: 'Empfehlung',
    sql: 'SELECT r.*, y.year, y.proposed_cents FROM applications.recommendation r LEFT JOIN applications.recommendation_year y USING (application_id) WHERE application_id = ANY ($1::uuid[]) ORDER BY application_id, y.year',
    values: ofCase,
  },
  {
    name: 'bescheide',
    title: 'Bescheide',
    sql: 'SELECT * FROM decisions.notice WHERE id = ANY ($1::uuid[]) ORDER BY notice_number',
    values: ({ noticeIds }) => some(noticeIds),
  },
  {
    name: 'zuwendung',
    title: 'Zuwendung',
    sql: 'SELECT * FROM decisions.award WHERE id = ANY ($1::uuid[]) ORDER BY award_number',
    values: ({ awardIds }) => some(awardIds),
  },
  {
    name: 'jahresscheiben',
    title: 'Jahresscheiben',
    sql: 'SELECT * FROM decisions.tranche WHERE award_id = ANY ($1::uuid[]) ORDER BY award_id, year',
    values: ({ awardIds }) => some(awardIds),
  },
  {
    name: 'bankverbindungen',
    title: 'Bankverbindungen',
    sql: 'SELECT * FROM disbursements.bank_account WHERE id = ANY ($1::uuid[]) ORDER BY proposed_at, id',
    values: ({ bankAccountIds }) => some(bankAccountIds),
  },
  {
    name: 'mittelabrufe',
    title: 'Mittelabrufe',
    sql: 'SELECT * FROM disbursements.disbursement_request WHERE id = ANY ($1::uuid[]) ORDER BY request_number',
    values: ({ requestIds }) => some(requestIds),
  },
  {
    name: 'anordnungen',
    title: 'Auszahlungsanordnungen',
    sql: 'SELECT * FROM disbursements.payment_order WHERE id = ANY ($1::uuid[]) ORDER BY order_number',
    values: ({ orderIds }) => some(orderIds),
  },
  {
    name: 'zahlungslaeufe',
    title: 'Zahlungsläufe',
    sql: 'SELECT * FROM disbursements.payment_run WHERE id = ANY ($1::uuid[]) ORDER BY run_number',
    values: ({ runIds }) => some(runIds),
  },
  {
    name: 'nachrichten',
    title: 'Nachrichten',
    sql: 'SELECT * FROM records.messages_about($1::uuid[], $2)',
    values: (scope, until) => {
      const ids = [
        ...scope.applicationIds,
        ...scope.noticeIds,
        ...scope.awardIds,
        ...scope.requestIds,
        ...scope.orderIds,
      ];
      return scope.kind === 'CASE' ? [ids, until] : null;
    },
  },
  {
    name: 'haushaltsjahr',
    title: 'Haushaltsjahr',
    sql: 'SELECT * FROM budget.budget_year WHERE year = $1',
    values: ({ year }) => (year === null ? null : [year]),
  },
  {
    name: 'haushaltskonten',
    title: 'Haushaltskonten',
    sql: 'SELECT * FROM budget.account WHERE budget_year = $1 ORDER BY kind, due_year, id',
    values: ({ year }) => (year === null ? null : [year]),
  },
  {
    name: 'kontobuch',
    title: 'Buchungen',
    sql: `SELECT ${LEDGER_COLUMNS} WHERE a.budget_year = $1 ORDER BY t.id`,
    values: ({ year }) => (year === null ? null : [year]),
  },
  {
    name: 'kontobuch',
    title: 'Auszug aus dem Kontobuch',
    sql: `SELECT ${LEDGER_COLUMNS} WHERE t.application_id = ANY ($1::uuid[]) OR t.award_id = ANY ($2::uuid[]) ORDER BY t.id`,
    values: ({ kind, applicationIds, awardIds }) => (kind === 'CASE' ? [applicationIds, awardIds] : null),
  },
  {
    name: 'kontobuch',
    title: 'Auszug aus dem Kontobuch',
    sql: `SELECT ${LEDGER_COLUMNS} WHERE t.payment_order_id = ANY ($1::uuid[]) ORDER BY t.id`,
    values: ({ kind, orderIds }) => (kind === 'PAYMENT' ? [orderIds] : null),
  },
];

/** Nothing is left out because it is empty: that there is none is part of the answer. */
export async function sectionsOf(tx: ReadTx, scope: BundleScope, until: Date): Promise<BundleSection[]> {
  const sections: BundleSection[] = [];
  for (const { name, title, sql, values } of SOURCES) {
    const parameters = values(scope, until);
    if (parameters !== null) sections.push({ name, title, rows: await tx.query<object>(sql, parameters) });
  }
  return sections;
}
