import { APPLICATION_TRANSITIONS, planProblems, requestedOf, type PlanYear } from '@wir/applications/domain';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@wir/documents/domain';
import { findCallRules } from '@wir/programme/api';
import { assertVersion, Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { move, refuseProblems } from '@wir/shared/kernel';
import { applicationDto } from '../data/application-dto';
import { ApplicationRepository, type Application } from '../data/application.repository';
import { moveApplication } from '../data/move-application';
import { planOf, replacePlan } from '../data/plan.queries';
import type { ApplicationDto } from '../dto/application.dto';
import type { FinancingPlanDto } from '../dto/financing-plan.dto';

/** Stores the financing plan as a whole; one that does not balance or exceeds a cap is refused with the path of each fault. */
@Injectable()
export class SaveFinancingPlan {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
  ) {}

  execute(request: CurrentRequest, id: string, { years }: FinancingPlanDto): Promise<Answer<ApplicationDto>> {
    return this.transactions.command(request, async (tx) => {
      const application = await this.applications.lock(tx, id);
      assertVersion(request, application.version);
      move(APPLICATION_TRANSITIONS, application.state, 'edit', tx.actor.roles);
      const call = await findCallRules(tx, application.callId, application.moduleCode);
      const period = { start: application.periodStart, end: application.periodEnd };
      refuseProblems(planProblems(years, period, call.caps), 'invalid', 'application.plan-invalid');
      await save(tx, application, inOrder(years));
      return applicationDto(tx, id);
    });
  }
}

async function save(tx: Tx, application: Application, years: readonly PlanYear[]): Promise<void> {
  const stored = await planOf(tx, application.id);
  if (canonicalJson(stored) === canonicalJson(years)) return;
  await replacePlan(tx, application, years);
  const changes = { requestedCents: requestedOf(years) };
  await moveApplication(tx, application, application.state, changes, {
    action: 'application.plan-saved',
    before: { years: stored },
    after: { years },
  });
}

/** Years ascending and left-out sizes as null: as the plan comes back from the database. */
function inOrder(years: readonly PlanYear[]): PlanYear[] {
  return [...years]
    .sort((a, b) => a.year - b.year)
    .map(({ year, expenses, income, requestedCents }) => ({
      year,
      expenses: expenses.map(({ component, label, fte, months, amountCents }) => ({
        component,
        label,
        fte: fte ?? null,
        months: months ?? null,
        amountCents,
      })),
      income: income.map(({ kind, label, amountCents }) => ({ kind, label, amountCents })),
      requestedCents,
    }));
}
