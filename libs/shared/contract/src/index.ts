export type * from './generated/models';
export type { PageOf } from './page-of';
