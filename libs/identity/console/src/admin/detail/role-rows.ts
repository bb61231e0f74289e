import type { RoleGrant } from '../data/account-types';
import type { PeriodState } from '../look/period';

export interface RoleRow {
  readonly grant: RoleGrant;
  readonly state: PeriodState;
}

const ORDER: readonly PeriodState[] = ['NOW', 'COMING', 'OVER'];

/** All roles an account holds, will hold or held: the living ones first, then the latest. */
export function roleRows(grants: readonly RoleGrant[], today: string): RoleRow[] {
  return grants
    .map((grant) => ({ grant, state: stateOf(grant, today) }))
    .sort(
      (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || b.grant.validFrom.localeCompare(a.grant.validFrom),
    );
}

/** Only the server knows whether a role that ends today has ended already. */
function stateOf({ current, validFrom }: RoleGrant, today: string): PeriodState {
  if (current) return 'NOW';
  return validFrom > today ? 'COMING' : 'OVER';
}
