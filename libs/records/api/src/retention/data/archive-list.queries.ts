import { Injectable } from '@nestjs/common';
import { FileAnswer, Transactions, type CurrentRequest } from '@wir/shared/api';
import { csvText, formatGermanDate, type LocalDate } from '@wir/shared/kernel';

interface Row {
  readonly case_number: string;
  readonly file_references: string;
  readonly applicant_name: string;
  readonly title: string;
  readonly period_start: LocalDate;
  readonly period_end: LocalDate;
  readonly notice_numbers: string;
  readonly closed_on: LocalDate;
  readonly retain_until: LocalDate;
  readonly attachments: number;
}

const ROWS = `
SELECT a.case_number, p.official_name AS applicant_name, a.title, a.period_start, a.period_end, r.closed_on, r.retain_until,
  coalesce((SELECT string_agg(DISTINCT n.file_reference, ', ') FROM decisions.notice n WHERE n.application_id = a.id), '') AS file_references,
  coalesce((SELECT string_agg(n.notice_number, ', ' ORDER BY n.notice_number) FROM decisions.notice n WHERE n.application_id = a.id), '') AS notice_numbers,
  (SELECT count(*) FROM applications.attachment t WHERE t.application_id = a.id)::integer AS attachments
FROM records.retention r JOIN applications.application a ON a.id = r.application_id JOIN programme.applicant p ON p.id = a.applicant_id
WHERE r.state IN ('DUE', 'ARCHIVE_OFFERED') ORDER BY a.case_number`;

const HEADER = [
  'Aktenzeichen des Falls',
  'Geschäftszeichen',
  'Kommune',
  'Vorhaben',
  'Laufzeit von',
  'Laufzeit bis',
  'Bescheide',
  'Anlagen',
  'Abgeschlossen am',
  'Aufzubewahren bis',
];

/** Spreadsheets take a file for UTF-8 only when it says so. */
const BYTE_ORDER_MARK = '\ufeff';

/** What the Landesarchiv is offered, as a list it can sort and sign. */
@Injectable()
export class ArchiveListQueries {
  constructor(private readonly transactions: Transactions) {}

  execute(request: CurrentRequest): Promise<FileAnswer> {
    return this.transactions.read(request, async (tx) => {
      const rows = await tx.query<Row>(ROWS);
      const lines = rows.map((row) => [
        row.case_number,
        row.file_references,
        row.applicant_name,
        row.title,
        formatGermanDate(row.period_start),
        formatGermanDate(row.period_end),
        row.notice_numbers,
        row.attachments,
        formatGermanDate(row.closed_on),
        formatGermanDate(row.retain_until),
      ]);
      const text = BYTE_ORDER_MARK + csvText([HEADER, ...lines]);
      return new FileAnswer(Buffer.from(text, 'utf8'), 'text/csv; charset=utf-8', `Anbietungsliste-${tx.today}.csv`);
    });
  }
}
