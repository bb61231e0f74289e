import { Module } from '@nestjs/common';
import { BUDGET_PERMISSIONS, BUDGET_TEXTS } from '@wir/budget/domain';
import { registerConstraintCodes, registerPermissions, registerProblemTexts } from '@wir/shared/api';
import { BudgetActEffectQueries } from './acts/budget-act-effect.queries';
import { BudgetActQueries } from './acts/budget-act.queries';
import { BudgetActsController } from './acts/budget-acts.controller';
import { DecideBudgetAct } from './acts/decide-budget-act';
import { InsertBudgetAct } from './acts/insert-budget-act';
import { ProposeBudgetAct } from './acts/propose-budget-act';
import { AuthorisationLapseJob } from './authorisation-lapse-job';
import { BudgetController } from './budget.controller';
import { BudgetQueries } from './data/budget.queries';
import { CaseFiguresQueries } from './data/case-figures.queries';
import { DifferenceQueries } from './data/difference.queries';
import { ReconciliationQueries } from './data/reconciliation.queries';
import { TransferQueries } from './data/transfer.queries';
import { ExportBudget } from './export/export-budget';
import { LedgerPosting } from './ledger-posting';
import { BudgetLineQueries } from './lines/budget-line.queries';
import { BudgetLinesController } from './lines/budget-lines.controller';
import { EditBudgetLine } from './lines/edit-budget-line';
import { MoveBudgetYear } from './move-budget-year';
import { ReconciliationJob } from './reconciliation-job';
import { ApplyScenario } from './scenarios/apply-scenario';
import { BudgetScenarioQueries } from './scenarios/budget-scenario.queries';
import { BudgetScenariosController } from './scenarios/budget-scenarios.controller';
import { CloseScenario } from './scenarios/close-scenario';
import { EditScenario } from './scenarios/edit-scenario';
import { ProposeScenario } from './scenarios/propose-scenario';
import { ScenarioBasisQueries } from './scenarios/scenario-basis.queries';
import { SnapshotJob } from './snapshot-job';

@Module({
  controllers: [BudgetController, BudgetLinesController, BudgetActsController, BudgetScenariosController],
  providers: [
    LedgerPosting,
    BudgetQueries,
    TransferQueries,
    ReconciliationQueries,
    MoveBudgetYear,
    ReconciliationJob,
    AuthorisationLapseJob,
    SnapshotJob,
    ExportBudget,
    CaseFiguresQueries,
    DifferenceQueries,
    BudgetLineQueries,
    EditBudgetLine,
    BudgetActQueries,
    BudgetActEffectQueries,
    InsertBudgetAct,
    ProposeBudgetAct,
    DecideBudgetAct,
    ScenarioBasisQueries,
    BudgetScenarioQueries,
    EditScenario,
    ProposeScenario,
    ApplyScenario,
    CloseScenario,
  ],
  exports: [LedgerPosting],
})
export class BudgetModule {}

registerPermissions(BUDGET_PERMISSIONS);
registerProblemTexts(BUDGET_TEXTS);
registerConstraintCodes({
  account_never_overdrawn: 'budget.account-exceeded',
  account_source_never_positive: 'budget.account-exceeded',
  transfer_amount_positive: 'budget.amount-not-positive',
  transfer_year_accepts_bookings: 'budget.year-not-open',
  transfer_booked_once: 'budget.booked-already',
  transfer_order_once: 'budget.booked-already',
  transfer_pay_once: 'budget.booked-already',
  budget_year_state_transition: 'budget-year.wrong-state',
  budget_act_state_transition: 'budget-act.wrong-state',
  budget_act_applied_by_other_person: 'budget-act.same-person',
  budget_act_booked_as_proposed: 'budget-act.not-booked-as-proposed',
  budget_act_balances: 'budget-act.not-balanced',
  budget_act_case_has_award: 'budget-act.case-without-award',
  budget_act_frees_what_acts_reserved: 'budget-act.reservation-exceeded',
  budget_act_line_reservation_has_case: 'budget-act.case-missing',
  budget_act_shares_scenario: 'budget-act.part-of-scenario',
  budget_scenario_state_transition: 'budget-scenario.wrong-state',
  scenario_proposed_is_immutable: 'budget-scenario.wrong-state',
  scenario_applied_by_other_person: 'budget-scenario.same-person',
  line_code_unique: 'budget-line.code-taken',
});
