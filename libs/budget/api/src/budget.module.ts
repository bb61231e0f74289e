import { Module } from '@nestjs/common';
import { BUDGET_PERMISSIONS, BUDGET_TEXTS } from '@wir/budget/domain';
import { registerConstraintCodes, registerPermissions, registerProblemTexts } from '@wir/shared/api';
import { BudgetController } from './budget.controller';
import { BudgetQueries } from './data/budget.queries';
import { ReconciliationQueries } from './data/reconciliation.queries';
import { TransferQueries } from './data/transfer.queries';
import { LedgerPosting } from './ledger-posting';
import { MoveBudgetYear } from './move-budget-year';
import { ReconciliationJob } from './reconciliation-job';

@Module({
  controllers: [BudgetController],
  providers: [LedgerPosting, BudgetQueries, TransferQueries, ReconciliationQueries, MoveBudgetYear, ReconciliationJob],
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
});
