import type { AccountState } from '@wir/identity/domain';
import type { StatusLook } from '@wir/shared/ui';

export const ACCOUNT_LOOKS: Readonly<Record<AccountState, StatusLook>> = {
  INVITED: { tone: 'wait', icon: 'letter', label: 'admin.state.INVITED' },
  ACTIVE: { tone: 'done', icon: 'check-circle', label: 'admin.state.ACTIVE' },
  LOCKED: { tone: 'stop', icon: 'lock', label: 'admin.state.LOCKED' },
  LEFT: { tone: 'neutral', icon: 'sign-out', label: 'admin.state.LEFT' },
};
