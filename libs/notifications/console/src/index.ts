export { TASK_ROUTES } from './task.routes';
