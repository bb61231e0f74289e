import { Module } from '@nestjs/common';
import { BudgetModule } from '@wir/budget/api';
import { DISBURSEMENT_PERMISSIONS, DISBURSEMENT_TEXTS } from '@wir/disbursements/domain';
import { registerConstraintCodes, registerPermissions, registerProblemTexts } from '@wir/shared/api';
import { CancelRequest } from './acts/cancel-request';
import { CheckRequest } from './acts/check-request';
import { ConfirmBankAccount } from './acts/confirm-bank-account';
import { CreatePaymentRun } from './acts/create-payment-run';
import { CreateRequest } from './acts/create-request';
import { DeclareBankData } from './acts/declare-bank-data';
import { OrderDisbursement } from './acts/order-disbursement';
import { ReturnRequest } from './acts/return-request';
import { SubmitRequest } from './acts/submit-request';
import { AwardsController } from './awards.controller';
import { BankAccountsController } from './bank-accounts.controller';
import { ChangePaymentBlocks } from './blocks/change-payment-blocks';
import { PaymentBlockQueries } from './blocks/payment-block.queries';
import { PaymentBlocksController } from './blocks/payment-blocks.controller';
import { CaseLocks } from './case-locks';
import { AwardQueries } from './data/award.queries';
import { BankAccountQueries } from './data/bank-account.queries';
import { OrderLocks } from './data/order-locks';
import { PaymentOrderQueries } from './data/payment-order.queries';
import { PaymentRunQueries } from './data/payment-run.queries';
import { RequestQueries } from './data/request.queries';
import { DisbursementRequestsController } from './disbursement-requests.controller';
import { ForecastController } from './forecast/forecast.controller';
import { ForecastQueries } from './forecast/forecast.queries';
import { InstalmentJob } from './instalments/instalment-job';
import { InstalmentQueries } from './instalments/instalment.queries';
import { InstalmentsController } from './instalments/instalments.controller';
import { PlanInstalments } from './instalments/plan-instalments';
import { OrderLimits } from './limits/order-limits';
import { LegalGroundsController, OrderLimitsController } from './limits/order-limits.controller';
import { PaymentOrdersController, PaymentRunsController } from './payments.controller';
import { ANSWER_CONSTRAINTS, ANSWER_CONTROLLERS, ANSWER_PROVIDERS } from './returns/payment-answers';
import { ExportPaymentRun } from './acts/export-payment-run';
import { TakeBackPaymentRun } from './acts/take-back-payment-run';
import { RunFiles } from './files/run-files';
import { ExportRegister } from './register/export-register';
import { ReconcileRegister } from './register/reconcile-register';
import { RegisterCheck } from './register/register-check';
import { RegisterQueries } from './register/register.queries';
import { ExportSteps } from './runs/export-steps';
import { FinishExport } from './runs/finish-export';
import { FreezeRun } from './runs/freeze-run';
import { ReleaseRun } from './runs/release-run';
import { SelectOrders } from './runs/select-orders';
import { UnfinishedRunsJob } from './runs/unfinished-runs-job';

const RUNS = [
  SelectOrders,
  FreezeRun,
  ReleaseRun,
  FinishExport,
  ExportSteps,
  ExportPaymentRun,
  TakeBackPaymentRun,
  UnfinishedRunsJob,
  RunFiles,
  ExportRegister,
  RegisterCheck,
  RegisterQueries,
  ReconcileRegister,
];
const QUERIES = [
  AwardQueries,
  BankAccountQueries,
  RequestQueries,
  PaymentOrderQueries,
  PaymentRunQueries,
  CaseLocks,
  OrderLocks,
  PaymentBlockQueries,
  InstalmentQueries,
  ForecastQueries,
];
const ACTS = [
  DeclareBankData,
  ConfirmBankAccount,
  CreateRequest,
  SubmitRequest,
  CheckRequest,
  ReturnRequest,
  OrderDisbursement,
  CancelRequest,
  CreatePaymentRun,
  ChangePaymentBlocks,
  OrderLimits,
  PlanInstalments,
  InstalmentJob,
];

@Module({
  imports: [BudgetModule],
  controllers: [
    AwardsController,
    BankAccountsController,
    DisbursementRequestsController,
    PaymentOrdersController,
    PaymentRunsController,
    ...ANSWER_CONTROLLERS,
    PaymentBlocksController,
    InstalmentsController,
    ForecastController,
    OrderLimitsController,
    LegalGroundsController,
  ],
  providers: [...QUERIES, ...RUNS, ...ACTS, ...ANSWER_PROVIDERS],
})
export class DisbursementsModule {}

registerPermissions(DISBURSEMENT_PERMISSIONS);
registerProblemTexts(DISBURSEMENT_TEXTS);
registerConstraintCodes({
  ...ANSWER_CONSTRAINTS,
  bank_account_one_proposed: 'bank-account.changed-meanwhile',
  bank_account_one_confirmed: 'bank-account.changed-meanwhile',
  bank_account_confirmed_by_other_person: 'bank-account.confirmer-is-proposer',
  payment_order_one_per_request: 'payment-order.exists-already',
  payment_order_ordered_by_other_person: 'disbursement.orderer-took-part',
  disbursement_request_within_tranche_year: 'disbursement.year-without-tranche',
  disbursement_request_state_transition: 'disbursement.wrong-state',
  payment_order_state_transition: 'payment-order.wrong-state',
  payment_block_state_transition: 'payment-block.wrong-state',
  payment_block_lifted_by_other_person: 'payment-block.same-person',
  payment_run_state_transition: 'payment-run.not-frozen',
  payment_run_released_by_other_person: 'payment-run.same-person',
  payment_order_not_cancelled_in_run: 'disbursement.in-payment-run',
  payment_order_one_live_run: 'payment-run.order-not-open',
  payment_order_not_blocked: 'payment-run.order-blocked',
  payment_order_account_not_on_hold: 'payment-run.account-on-hold',
  payment_order_year_pays_it: 'budget.year-not-open',
  payment_order_within_limit: 'disbursement.over-limit',
  order_limit_once_at_a_time: 'order-limit.overlaps',
  order_limit_not_for_oneself: 'order-limit.own',
  order_limit_account_id_fkey: 'order-limit.account-unknown',
  legal_ground_pkey: 'legal-ground.recorded-already',
  bank_account_state_transition: 'bank-account.wrong-state',
});
