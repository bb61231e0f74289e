export { BUDGET_ROUTES } from './budget.routes';
