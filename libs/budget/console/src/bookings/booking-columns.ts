import type { Translate } from '@wir/shared/console';
import type { TransferDto } from '@wir/shared/contract';
import type { Column } from '@wir/shared/ui';

/**
 * The columns of the list; the year shows where several are listed together. Short words are of kind `template`
 * without one: they keep their width, so that names and reasons get the rest.
 */
export function bookingColumns(
  t: Translate,
  withYear: boolean,
  sumCents: () => number | undefined,
): Column<TransferDto>[] {
  const year: Column<TransferDto> = {
    key: 'year',
    label: 'budget.bookings.year',
    kind: 'number',
    value: (row) => row.dueYear ?? row.year,
  };
  return [
    {
      key: 'bookedAt',
      label: 'budget.bookings.bookedAt',
      kind: 'moment',
      sort: 'bookedAt',
      value: (row) => row.bookedAt,
    },
    { key: 'case', label: 'budget.bookings.case', kind: 'link', value: (row) => row.caseNumber ?? row.actNumber },
    { key: 'applicant', label: 'budget.bookings.applicant', kind: 'text', value: (row) => row.applicantName },
    {
      key: 'kind',
      label: 'budget.bookings.kind',
      kind: 'template',
      sort: 'kind',
      value: (row) => t(`budget.kind.${row.kind}`),
    },
    ...(withYear ? [year] : []),
    {
      key: 'amount',
      label: 'budget.bookings.amount',
      kind: 'money',
      sort: 'amountCents',
      value: (row) => row.signedCents,
      total: sumCents,
    },
    { key: 'bookedBy', label: 'budget.bookings.bookedBy', kind: 'template', value: (row) => row.bookedBy },
    { key: 'reason', label: 'budget.bookings.reason', kind: 'text', value: (row) => row.reason },
  ];
}
