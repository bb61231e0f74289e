import { Injectable } from '@nestjs/common';
import { BUDGET_SCENARIO_TRANSITIONS, planScenario, positionDifferences, type ScenarioAct } from '@wir/budget/domain';
import { assertDifferentPersons, withRepresented } from '@wir/identity/domain';
import { NOTIFICATION_QUEUE, notificationEvent } from '@wir/notifications/domain';
import { Transactions, updateVersioned, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { cents, DomainError, fiscalYear, move } from '@wir/shared/kernel';
import { BudgetActQueries, type BudgetActRow } from '../acts/budget-act.queries';
import { LedgerPosting } from '../ledger-posting';
import type { BudgetScenarioDto } from './budget-scenario.dto';
import { BudgetScenarioQueries, positionsOf, type FrozenResult, type ScenarioRow } from './budget-scenario.queries';
import { ScenarioBasisQueries } from './scenario-basis.queries';

const FOLLOW_UPS = `
INSERT INTO budget.scenario_follow_up (scenario_id, position, measure, kind, application_id, award_id, years, total_cents)
SELECT $1, f.position, f.measure, f.kind, f."applicationId", f."awardId", f.years, f."totalCents"
FROM jsonb_to_recordset($2::jsonb) AS f (position smallint, measure smallint, kind text, "applicationId" uuid, "awardId" uuid, years jsonb, "totalCents" bigint)`;

/** The second person: all acts in one transaction, and what they lead to is the frozen preview to the cent, or nothing is booked. */
@Injectable()
export class ApplyScenario {
  constructor(
    private readonly transactions: Transactions,
    private readonly bases: ScenarioBasisQueries,
    private readonly scenarios: BudgetScenarioQueries,
    private readonly acts: BudgetActQueries,
    private readonly ledger: LedgerPosting,
  ) {}

  execute(request: CurrentRequest, id: string): Promise<Answer<BudgetScenarioDto>> {
    return this.transactions.command(request, async (tx) => {
      const row = await this.scenarios.lock(tx, id);
      const { to } = move(BUDGET_SCENARIO_TRANSITIONS, row.state, 'apply', tx.actor.roles);
      assertDifferentPersons('budget-scenario.same-person', withRepresented(tx.actor.personId, tx.deputyFor), [
        row.proposed_by_person_id,
      ]);
      const { preview } = row;
      if (preview === null) throw new DomainError('conflict', 'budget-scenario.wrong-state', { state: row.state });

      await this.ledger.lockYears(
        tx,
        row.programme_id,
        preview.years.map(({ year }) => year),
      );
      await this.compare(tx, row, preview, 'now');
      const decided = {
        decided_at: tx.now,
        decided_by_person_id: tx.actor.personId,
        decided_by_account_id: tx.actor.accountId,
      };
      const version = await updateVersioned(tx, 'budget.scenario', id, row.version, { state: to, ...decided });
      await this.book(tx, request, row, decided);
      await this.compare(tx, row, preview, 'booked');
      await this.leaveFollowUps(tx, row, preview, version);
      tx.audit({
        action: 'budget-scenario.applied',
        objectType: 'BUDGET_SCENARIO',
        objectId: id,
        objectVersion: version,
        fromState: row.state,
        toState: to,
        after: { acts: row.acts.map(({ actNumber }) => actNumber), followUps: preview.followUps.length },
      });
      return this.scenarios.one(tx, id);
    });
  }

  /** Under the lock of the years nobody can change what is compared here before it is booked. */
  private async compare(tx: Tx, row: ScenarioRow, preview: FrozenResult, moment: 'now' | 'booked'): Promise<void> {
    const actual = positionsOf(await this.bases.years(tx, row.programme_id));
    const differences = positionDifferences(preview.years, actual, moment);
    if (differences.length > 0) throw new DomainError('conflict', 'budget-scenario.basis-changed', { differences });
  }

  private async book(
    tx: Tx,
    request: CurrentRequest,
    row: ScenarioRow,
    decided: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const rows: BudgetActRow[] = [];
    for (const { id, version } of row.acts) {
      await updateVersioned(tx, 'budget.budget_act', id, version, { state: 'APPLIED', ...decided });
      tx.audit({
        action: 'budget-act.applied',
        objectType: 'BUDGET_ACT',
        objectId: id,
        objectVersion: version + 1,
        fromState: 'PROPOSED',
        toState: 'APPLIED',
        reason: row.name,
      });
      rows.push(await this.acts.row(tx, id));
    }
    const bookings = planScenario(rows.map(actOf)).map(({ act, transfer }) => ({
      transfer,
      references: { actId: act.id, reason: `${act.actNumber}: ${row.name}`.slice(0, 1000) },
    }));
    await this.ledger.post(tx, { programmeId: row.programme_id, commandKey: request.idempotencyKey, bookings });
  }

  private async leaveFollowUps(tx: Tx, row: ScenarioRow, preview: FrozenResult, version: number): Promise<void> {
    if (preview.followUps.length === 0) return;
    const rows = preview.followUps.map((followUp, index) => ({ ...followUp, position: index + 1 }));
    await tx.execute(FOLLOW_UPS, [row.id, JSON.stringify(rows)]);
    tx.enqueue(
      NOTIFICATION_QUEUE,
      notificationEvent('budget-scenario.follow-ups', { budgetScenarioId: row.id }, version),
    );
  }
}

/** As it stands in the tables: that is what the second person saw and what is booked. */
function actOf(
  row: BudgetActRow,
): Pick<ScenarioAct, 'kind' | 'lines'> & { readonly id: string; readonly actNumber: string } {
  return {
    id: row.id,
    actNumber: row.act_number,
    kind: row.kind,
    lines: row.lines.map(({ kind, year, amountCents, applicationId }) => ({
      kind,
      year: fiscalYear(year),
      amountCents: cents(amountCents),
      applicationId,
    })),
  };
}
