export { APPLICATION_ROUTES } from './application.routes';
