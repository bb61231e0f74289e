import type { Session } from '@wir/shared/console';

/** Head of unit and administration arrange for the others of the authority, the signatory for the own municipality. */
export function arrangesForOthers(session: Session): boolean {
  return ['conflict.end', 'account.administer', 'application.submit'].some((permission) => session.can(permission));
}
