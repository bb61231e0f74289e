import { ImportPaymentReturn } from '../acts/import-payment-return';
import { PaymentReturnQueries } from '../data/payment-return.queries';
import { HandleDiscrepancy } from '../discrepancies/handle-discrepancy';
import { PaymentDiscrepanciesController } from '../discrepancies/payment-discrepancies.controller';
import { PaymentDiscrepancyQueries } from '../discrepancies/payment-discrepancy.queries';
import { PaymentReconciliationJob } from '../reconciliation/payment-reconciliation-job';
import { PaymentReconciliationController } from '../reconciliation/payment-reconciliation.controller';
import { PaymentReconciliationQueries } from '../reconciliation/payment-reconciliation.queries';
import { BookReturnRows } from './book-return-rows';
import { PaymentReturnsController } from './payment-returns.controller';
import { PreviewPaymentReturn } from './preview-payment-return';
import { ReturnOrders } from './return-orders';

/** What answers a payment: return files, discrepancies, reconciliation. */
export const ANSWER_CONTROLLERS = [
  PaymentReturnsController,
  PaymentDiscrepanciesController,
  PaymentReconciliationController,
];

export const ANSWER_PROVIDERS = [
  PaymentReturnQueries,
  ReturnOrders,
  BookReturnRows,
  ImportPaymentReturn,
  PreviewPaymentReturn,
  PaymentDiscrepancyQueries,
  HandleDiscrepancy,
  PaymentReconciliationQueries,
  PaymentReconciliationJob,
];

export const ANSWER_CONSTRAINTS = {
  payment_discrepancy_state_transition: 'payment-discrepancy.wrong-state',
  payment_discrepancy_waived_by_other_person: 'payment-discrepancy.same-person',
  repayment_within_paid: 'payment-return.repayment-too-high',
  repayment_once: 'payment-return.order-repeated',
} as const;
