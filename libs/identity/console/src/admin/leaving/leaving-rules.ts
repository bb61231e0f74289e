import type { Leaving } from '../data/account-types';

/** Cases and open tasks need somebody who goes on with them; without either nobody has to follow. */
export function needsSuccessor({ cases, openTasks }: Leaving): boolean {
  return cases.length > 0 || openTasks > 0;
}
