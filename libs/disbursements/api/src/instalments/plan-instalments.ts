import { Injectable } from '@nestjs/common';
import { assertInstalmentPlan } from '@wir/disbursements/domain';
import { assertVersion, Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { cents, DomainError, localDate } from '@wir/shared/kernel';
import { CaseLocks } from '../case-locks';
import { openOf } from '../to-award';
import type { InstalmentPlanDto, InstalmentsDto, ReportVacancyDto } from './instalment.dto';
import { InstalmentQueries } from './instalment.queries';

// A new plan leaves the years alone of which a request was made; only giving up the plan ends what is left of them.
const REMOVE = `
DELETE FROM disbursements.instalment WHERE award_id = $1 AND request_id IS NULL AND ($2 OR year <> ALL ($3::integer[]))`;
const KEPT = 'SELECT DISTINCT year FROM disbursements.instalment WHERE award_id = $1 AND request_id IS NOT NULL';
const INSERT = `
INSERT INTO disbursements.instalment (award_id, applicant_id, year, number, due_on, amount_cents)
SELECT $1, $2, p.year, row_number() OVER (PARTITION BY p.year ORDER BY p."dueOn"), p."dueOn", p."amountCents"
FROM jsonb_to_recordset($3::jsonb) AS p (year integer, "dueOn" date, "amountCents" bigint)`;
const REPORT = `
INSERT INTO disbursements.vacancy (award_id, applicant_id, year, component, fte_hundredths, months, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)`;

/** The authority plans the instalments of an award; a vacancy is reported by either side and proposes smaller ones. */
@Injectable()
export class PlanInstalments {
  constructor(
    private readonly transactions: Transactions,
    private readonly locks: CaseLocks,
    private readonly instalments: InstalmentQueries,
  ) {}

  plan(request: CurrentRequest, awardId: string, body: InstalmentPlanDto): Promise<Answer<InstalmentsDto>> {
    return this.transactions.command(request, async (tx) => {
      const award = await this.locks.award(tx, awardId);
      assertVersion(request, award.version);
      const plan = body.instalments.map((each) => ({
        year: each.year,
        dueOn: localDate(each.dueOn),
        amountCents: cents(each.amountCents),
      }));
      const kept = await tx.query<{ year: number }>(KEPT, [award.id]);
      const taken = kept.find(({ year }) => plan.some((each) => each.year === year));
      if (taken !== undefined) throw new DomainError('conflict', 'instalment.requested-already', { year: taken.year });
      // What was asked for before there was a plan is no part of it.
      assertInstalmentPlan(
        plan,
        award.tranches.map((tranche) => ({ year: tranche.year, amountCents: openOf(tranche) })),
      );
      await tx.execute(REMOVE, [award.id, plan.length === 0, kept.map(({ year }) => year)]);
      await tx.execute(INSERT, [award.id, award.applicant_id, JSON.stringify(plan)]);
      tx.audit({
        action: 'award.instalments-planned',
        objectType: 'AWARD',
        objectId: award.id,
        objectVersion: award.version,
        applicantId: award.applicant_id,
        after: { instalments: plan },
      });
      return this.instalments.ofAward(tx, award);
    });
  }

  report(request: CurrentRequest, awardId: string, body: ReportVacancyDto): Promise<Answer<InstalmentsDto>> {
    return this.transactions.command(request, async (tx) => {
      const award = await this.locks.award(tx, awardId);
      const posts = await this.instalments.posts(tx, award);
      if (!posts.some(({ year, code }) => year === body.year && code === body.component))
        throw new DomainError('unprocessable', 'vacancy.component-unknown', {
          errors: [{ path: 'component', code: 'vacancy.component-unknown' }],
        });
      const hundredths = Math.round(body.fte * 100);
      await tx.execute(REPORT, [
        award.id,
        award.applicant_id,
        body.year,
        body.component,
        hundredths,
        body.months,
        body.reason,
      ]);
      tx.audit({
        action: 'award.vacancy-reported',
        objectType: 'AWARD',
        objectId: award.id,
        applicantId: award.applicant_id,
        reason: body.reason,
        after: { year: body.year, component: body.component, fte: body.fte, months: body.months },
      });
      return this.instalments.ofAward(tx, award);
    });
  }
}
