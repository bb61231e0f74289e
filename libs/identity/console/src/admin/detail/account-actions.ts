import { isActOpen } from '@wir/identity/domain';
import { pageActions, type ActionLooks, type PageAction } from '@wir/shared/ui';
import type { Account } from '../data/account-types';

const LOOKS: ActionLooks = {
  invite: { label: 'admin.act.invite', icon: 'letter' },
  unlock: { label: 'admin.act.unlock', icon: 'check-circle' },
  grant: { label: 'admin.act.grant', icon: 'plus' },
  rename: { label: 'admin.act.rename', icon: 'edit', secondary: true },
  further: { label: 'admin.act.further', icon: 'person', secondary: true },
  resetFactor: { label: 'admin.act.resetFactor', icon: 'refresh', secondary: true },
  endSessions: { label: 'admin.act.endSessions', icon: 'sign-out', secondary: true },
  lock: { label: 'admin.act.lock', icon: 'lock', secondary: true },
  leave: { label: 'admin.act.leave', icon: 'flag', secondary: true },
  erase: { label: 'admin.act.erase', icon: 'cancel', secondary: true },
};

/** Deeds on an own account need another administrator. */
const OWN = 'account.own-person';
const ALSO_ON_OWN = new Set(['rename', 'further', 'endSessions']);

/** What can be done with an account in its state; the server has the last word. */
export function accountActions(account: Account, isOwn: boolean): PageAction[] {
  const { state, hasFactor, sessions, pendingFactorReset } = account;
  const offered: Readonly<Record<string, boolean>> = {
    invite: isActOpen('invite', state),
    unlock: isActOpen('unlock', state),
    grant: isActOpen('grant', state),
    rename: isActOpen('change', state),
    further: true,
    resetFactor: isActOpen('resetFactors', state) && hasFactor && !pendingFactorReset,
    endSessions: isActOpen('endSessions', state) && sessions.length > 0,
    lock: isActOpen('lock', state),
    leave: isActOpen('leave', state),
    erase: isActOpen('erase', state),
  };
  const names = Object.keys(offered).filter((name) => offered[name]);
  return pageActions(
    names.map((action) => {
      const closed = isOwn && !ALSO_ON_OWN.has(action);
      return { action, allowed: !closed, reasonCode: closed ? OWN : null };
    }),
    LOOKS,
  );
}
