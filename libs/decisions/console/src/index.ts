export { DECISION_ROUTES } from './decision.routes';
