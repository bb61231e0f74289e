import { Injectable } from '@nestjs/common';
import type { FinancingType, NoticeFacts, NoticeTexts, PlanLine, ProvisionFacts } from '@wir/documents/domain';
import type { ReadTx } from '@wir/shared/api';
import { cents, partsOf, type LocalDate } from '@wir/shared/kernel';
import type { NoticeLetter } from '../notice-letter';
import { noticeNotFound } from './notice.repository';

interface Line {
  readonly year: number;
  readonly group: 'EXPENSE' | 'OWN' | 'THIRD_PARTY';
  readonly label: string;
  readonly amountCents: number;
}

interface Row {
  readonly notice_number: string;
  readonly file_reference: string;
  readonly texts: NoticeTexts;
  readonly ancillary_provisions: readonly ProvisionFacts[];
  readonly contact_name: string | null;
  readonly official_name: string;
  readonly addressee_body: string;
  readonly seat_town: string;
  readonly court: string;
  readonly case_number: string;
  readonly title: string;
  readonly requested_cents: number;
  readonly programme_title: string;
  readonly module_title: string;
  readonly submitted_on: LocalDate | null;
  readonly amended_on: LocalDate | null;
  readonly financing_type: FinancingType | null;
  readonly period_start: LocalDate;
  readonly period_end: LocalDate;
  readonly tranches: readonly { readonly year: number; readonly cents: number }[];
  readonly lines: readonly Line[];
}

export interface LetterOptions {
  /** The day the notice would be issued. */
  readonly day: LocalDate;
  /** Who answers questions; the drafter unless said otherwise. */
  readonly contactName?: string;
}

/** Name, addressee and court are those in force on the day ($2): master data are dated. */
const LETTER = `
SELECT n.notice_number, n.file_reference, n.texts, n.ancillary_provisions, identity.name_of(n.drafted_by_account_id) AS contact_name,
  coalesce(v.official_name, p.official_name) AS official_name, p.addressee_body, p.seat_town, coalesce(v.administrative_court, p.administrative_court) AS court,
  a.case_number, a.title, a.requested_cents, pr.name AS programme_title, m.title AS module_title, s.submitted_on, s.amended_on,
  w.financing_type, coalesce(w.period_start, a.period_start) AS period_start, coalesce(w.period_end, a.period_end) AS period_end,
  coalesce((SELECT jsonb_agg(jsonb_build_object('year', t.year, 'cents', t.amount_cents) ORDER BY t.year) FROM decisions.tranche t WHERE t.award_id = n.award_id), '[]') AS tranches,
  coalesce((SELECT jsonb_agg(jsonb_build_object('year', l.year, 'group', CASE l.kind WHEN 'EXPENSE' THEN 'EXPENSE' ELSE l.code END, 'label', l.label,
    'amountCents', l.amount_cents) ORDER BY l.year, l.kind, l.position) FROM applications.plan_line l WHERE l.application_id = a.id), '[]') AS lines
FROM decisions.notice n
JOIN applications.application a ON a.id = n.application_id
JOIN programme.programme pr ON pr.id = n.programme_id
JOIN programme.call_module m ON m.call_id = a.call_id AND m.module_code = a.module_code
JOIN programme.applicant p ON p.id = n.applicant_id
LEFT JOIN LATERAL (SELECT * FROM programme.applicant_version av WHERE av.applicant_id = p.id AND av.valid_from <= $2 ORDER BY av.valid_from DESC LIMIT 1) v ON true
LEFT JOIN LATERAL (SELECT min((s.submitted_at AT TIME ZONE 'Europe/Berlin')::date) AS submitted_on,
  max((s.submitted_at AT TIME ZONE 'Europe/Berlin')::date) FILTER (WHERE s.number > 1) AS amended_on FROM applications.submission s WHERE s.application_id = a.id) s ON true
LEFT JOIN decisions.award w ON w.id = n.award_id
WHERE n.id = $1`;

/** Gathers from the case, the award and the master data what the notice has to say on a day. */
@Injectable()
export class NoticeLetterQueries {
  async letter(tx: ReadTx, noticeId: string, { day, contactName }: LetterOptions): Promise<NoticeLetter> {
    const row = await tx.queryOne<Row>(LETTER, [noticeId, day]);
    if (row === null) throw noticeNotFound();
    const facts = commonFacts(row, day, contactName ?? row.contact_name);
    if (row.financing_type === null)
      return { kind: 'REJECTION', facts: { ...facts, reasons: row.texts.reasons, closing: row.texts.closing } };
    return {
      kind: 'GRANT',
      facts: {
        ...facts,
        financingType: row.financing_type,
        periodStart: row.period_start,
        periodEnd: row.period_end,
        years: row.tranches.map(({ year, cents: amount }) => ({
          year,
          amountCents: cents(amount),
          source: year > partsOf(day).year ? ('COMMITMENT_AUTHORISATION' as const) : ('CASH' as const),
          expenses: linesOf(row.lines, year, 'EXPENSE'),
          ownFunds: linesOf(row.lines, year, 'OWN'),
          thirdPartyFunds: linesOf(row.lines, year, 'THIRD_PARTY'),
        })),
        texts: row.texts,
        ancillaryProvisions: row.ancillary_provisions,
      },
    };
  }
}

function commonFacts(row: Row, day: LocalDate, contactName: string | null): NoticeFacts {
  return {
    noticeNumber: row.notice_number,
    fileReference: row.file_reference,
    issuedOn: day,
    contactName,
    recipient: { officialName: row.official_name, addresseeBody: row.addressee_body, addressLines: [row.seat_town] },
    caseNumber: row.case_number,
    applicationTitle: row.title,
    applicationSubmittedOn: row.submitted_on ?? day,
    applicationAmendedOn: row.amended_on,
    requestedCents: cents(row.requested_cents),
    programmeTitle: `Landesprogramm „${row.programme_title}“`,
    moduleTitle: row.module_title,
    court: row.court,
    signature: null,
  };
}

function linesOf(lines: readonly Line[], year: number, group: Line['group']): PlanLine[] {
  return lines
    .filter((line) => line.year === year && line.group === group)
    .map(({ label, amountCents }) => ({ label, amountCents: cents(amountCents) }));
}
