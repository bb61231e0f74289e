import type { Role } from '@wir/identity/domain';
import type { NewAccount } from '../data/account-types';

export type Side = 'AUTHORITY' | 'MUNICIPALITY';

export interface AccountDraft {
  readonly name: string;
  readonly email: string;
  readonly side: Side;
  readonly organisation: string;
  readonly applicantId: string;
  readonly roles: readonly Role[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly reason: string;
}

/** What is sent: only what belongs to the side that was chosen, each role with the same period and reason. */
export function newAccountOf(draft: AccountDraft, personId: string | null): NewAccount {
  const reason = draft.reason.trim();
  const period = {
    ...(draft.validFrom ? { validFrom: draft.validFrom } : {}),
    ...(draft.validTo ? { validTo: draft.validTo } : {}),
  };
  return {
    ...(personId ? { personId } : { name: draft.name.trim() }),
    email: draft.email.trim(),
    ...bodyOf(draft),
    roles: draft.roles.map((role) => ({ role, reason, ...period })),
  };
}

/** No authority named means the administrator's own. */
function bodyOf({ side, applicantId, organisation }: AccountDraft): { applicantId?: string; organisation?: string } {
  if (side === 'MUNICIPALITY') return { applicantId };
  return organisation.trim() === '' ? {} : { organisation: organisation.trim() };
}
