import { Injectable } from '@nestjs/common';
import type { AwardState, NoticeState } from '@wir/decisions/domain';
import type { ReadTx, Tx } from '@wir/shared/api';
import { cents, DomainError, fiscalYear, type Cents, type FiscalYear, type LocalDate } from '@wir/shared/kernel';

/** Row of an award (Bewilligung), locked by the command that changes it. */
export interface Award {
  readonly id: string;
  readonly programmeId: string;
  readonly applicationId: string;
  readonly applicantId: string;
  readonly awardNumber: string;
  readonly state: AwardState;
  readonly totalCents: Cents;
  readonly declarationReceivedOn: LocalDate | null;
  readonly version: number;
}

export interface Tranche {
  readonly year: FiscalYear;
  readonly amountCents: Cents;
}

/** What payments need to know of an award. */
export interface AwardFacts extends Award {
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly tranches: readonly Tranche[];
  readonly caseNumber: string;
  readonly applicantName: string;
  readonly noticeId: string;
  readonly noticeNumber: string;
  readonly noticeState: NoticeState;
  readonly deemedNotifiedOn: LocalDate | null;
  readonly finalOn: LocalDate | null;
}

export interface NewAward {
  readonly programmeId: string;
  readonly applicationId: string;
  readonly applicantId: string;
  readonly awardNumber: string;
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly tranches: readonly Tranche[];
}

const COLUMNS = `w.id, w.programme_id AS "programmeId", w.application_id AS "applicationId", w.applicant_id AS "applicantId", w.award_number AS "awardNumber",
  w.state, w.total_cents AS "totalCents", w.declaration_received_on AS "declarationReceivedOn", w.version`;

const LOCK = `SELECT ${COLUMNS} FROM decisions.award w WHERE w.id = $1 FOR UPDATE`;

const FACTS = `
SELECT ${COLUMNS}, w.period_start AS "periodStart", w.period_end AS "periodEnd", a.case_number AS "caseNumber", p.official_name AS "applicantName",
  n.id AS "noticeId", n.notice_number AS "noticeNumber", n.state AS "noticeState", n.deemed_notified_on AS "deemedNotifiedOn", n.final_on AS "finalOn",
  (SELECT jsonb_agg(jsonb_build_object('year', t.year, 'amountCents', t.amount_cents) ORDER BY t.year) FROM decisions.tranche t WHERE t.award_id = w.id) AS tranches
FROM decisions.award w JOIN applications.application a ON a.id = w.application_id JOIN programme.applicant p ON p.id = w.applicant_id
JOIN decisions.notice n ON n.award_id = w.id
WHERE w.id = $1`;

const INSERT = `
INSERT INTO decisions.award (programme_id, application_id, applicant_id, award_number, total_cents, period_start, period_end)
VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`;
const INSERT_TRANCHES = `
INSERT INTO decisions.tranche (award_id, applicant_id, year, amount_cents)
SELECT $1, $2, t.year, t."amountCents" FROM jsonb_to_recordset($3::jsonb) AS t (year integer, "amountCents" bigint)`;

@Injectable()
export class AwardRepository {
  /** Third lock of a command: case, notice, award. What belongs to somebody else does not exist. */
  async lock(tx: Tx, id: string): Promise<Award> {
    const award = await tx.queryOne<Award>(LOCK, [id]);
    if (award === null) throw awardNotFound();
    return award;
  }

  async insert(tx: Tx, award: NewAward): Promise<string> {
    const total = award.tranches.reduce((sum, { amountCents }) => sum + amountCents, 0);
    const values = [
      award.programmeId,
      award.applicationId,
      award.applicantId,
      award.awardNumber,
      total,
      award.periodStart,
      award.periodEnd,
    ];
    const row = await tx.queryOne<{ id: string }>(INSERT, values);
    if (row === null) throw new Error('The award was not stored');
    await tx.execute(INSERT_TRANCHES, [row.id, award.applicantId, JSON.stringify(award.tranches)]);
    return row.id;
  }

  async tranches(tx: ReadTx, awardId: string): Promise<Tranche[]> {
    const rows = await tx.query<{ year: number; cents: number }>(
      'SELECT year, amount_cents AS cents FROM decisions.tranche WHERE award_id = $1 ORDER BY year',
      [awardId],
    );
    return rows.map((row) => ({ year: fiscalYear(row.year), amountCents: cents(row.cents) }));
  }
}

/** Award, tranches and the standing of its notice in one statement; refuses with `award.not-found`. */
export async function awardFacts(tx: ReadTx, id: string): Promise<AwardFacts> {
  const facts = await tx.queryOne<AwardFacts>(FACTS, [id]);
  if (facts === null) throw awardNotFound();
  return facts;
}

export function awardNotFound(): DomainError {
  return new DomainError('not-found', 'award.not-found');
}
