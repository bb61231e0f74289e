import type { DisbursementRequestDto } from '@wir/shared/contract';
import type { Column } from '@wir/shared/ui';

type Row = DisbursementRequestDto;

const NUMBER: Column<Row> = {
  key: 'requestNumber',
  label: 'disbursements.column.request',
  kind: 'link',
  sort: 'requestNumber',
  value: (row) => row.requestNumber,
};
const APPLICANT: Column<Row> = {
  key: 'applicant',
  label: 'disbursements.column.applicant',
  kind: 'text',
  value: (row) => row.applicantName,
};
const CASE: Column<Row> = {
  key: 'case',
  label: 'disbursements.column.case',
  kind: 'text',
  sort: 'caseNumber',
  value: (row) => row.caseNumber,
};
const AMOUNT: Column<Row> = {
  key: 'amount',
  label: 'disbursements.column.amount',
  kind: 'money',
  sort: 'amountCents',
  value: (row) => row.amountCents,
};
const YEAR: Column<Row> = { key: 'year', label: 'disbursements.column.year', kind: 'number', value: (row) => row.year };
/** The three ceilings; the page shows them with a word where they are exceeded. */
const AWARD_LIMIT: Column<Row> = { key: 'awardLimit', label: 'disbursements.limit.awardShort', kind: 'money' };
const TRANCHE_LIMIT: Column<Row> = { key: 'trancheLimit', label: 'disbursements.limit.trancheShort', kind: 'money' };
const COMMITTED_LIMIT: Column<Row> = {
  key: 'committedLimit',
  label: 'disbursements.limit.committedShort',
  kind: 'money',
};
const STATE: Column<Row> = { key: 'state', label: 'disbursements.column.state', kind: 'template' };
const DUE: Column<Row> = {
  key: 'due',
  label: 'disbursements.column.due',
  kind: 'template',
  sort: 'neededUntil',
};

export const STAFF_COLUMNS = [NUMBER, APPLICANT, STATE, DUE, YEAR, AMOUNT, AWARD_LIMIT, TRANCHE_LIMIT, COMMITTED_LIMIT];
export const APPLICANT_COLUMNS = [NUMBER, CASE, STATE, DUE, YEAR, AMOUNT, AWARD_LIMIT, TRANCHE_LIMIT];
