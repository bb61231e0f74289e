export { AWARD_ROUTES } from './award.routes';
export { DISBURSEMENT_ROUTES } from './disbursement.routes';
export { PAYMENT_RUN_ROUTES } from './payment-run.routes';
