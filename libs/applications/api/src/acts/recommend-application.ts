import { APPLICATION_TRANSITIONS, recommendationProblems } from '@wir/applications/domain';
import { Injectable } from '@nestjs/common';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { move, refuseProblems } from '@wir/shared/kernel';
import { applicationDto } from '../data/application-dto';
import { ApplicationRepository, type Application } from '../data/application.repository';
import { answersOf } from '../data/check.queries';
import { announce, moveApplication } from '../data/move-application';
import { planOf } from '../data/plan.queries';
import type { ApplicationDto } from '../dto/application.dto';
import type { RecommendDto } from '../dto/recommendation.dto';

const INSERT = 'INSERT INTO applications.recommendation (application_id, applicant_id, reasons) VALUES ($1, $2, $3)';
const INSERT_YEARS = `
INSERT INTO applications.recommendation_year (application_id, applicant_id, year, proposed_cents)
SELECT $1, $2, y.year, y.proposed_cents FROM jsonb_to_recordset($3::jsonb) AS y (year integer, proposed_cents bigint)`;

/** Closes the review note (Prüfvermerk) with an amount per year and the reasons. Who reviews neither confirms the budget nor decides. */
@Injectable()
export class RecommendApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
  ) {}

  execute(request: CurrentRequest, id: string, input: RecommendDto): Promise<Answer<ApplicationDto>> {
    return this.transactions.command(request, async (tx) => {
      const application = await this.applications.lock(tx, id);
      const { to } = move(APPLICATION_TRANSITIONS, application.state, 'recommend', tx.actor.roles);
      refuseProblems(
        recommendationProblems(input, await planOf(tx, id), await answersOf(tx, id)),
        'conflict',
        'application.not-recommendable',
      );
      await store(tx, application, input);
      const { personId, accountId } = tx.actor;
      const changes = {
        reviewedByPersonId: personId,
        reviewedForPersonId: tx.deputyFor?.personId ?? null,
        assigneeAccountId: application.assigneeAccountId ?? accountId,
      };
      await moveApplication(tx, application, to, changes, {
        action: 'application.recommended',
        reason: input.reasons,
        after: { proposedYears: input.years },
      });
      announce(tx, application, 'application.reviewed');
      return applicationDto(tx, id);
    });
  }
}

async function store(tx: Tx, { id, applicantId }: Application, { years, reasons }: RecommendDto): Promise<void> {
  await tx.execute(INSERT, [id, applicantId, reasons]);
  const rows = years.map(({ year, proposedCents }) => ({ year, proposed_cents: proposedCents }));
  await tx.execute(INSERT_YEARS, [id, applicantId, JSON.stringify(rows)]);
}
