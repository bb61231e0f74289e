import type { GrantRoleDto } from '@wir/shared/contract';

export type {
  AccountDto as Account,
  AccountItemDto as AccountItem,
  CreateAccountDto as NewAccount,
  DelegationDto as Delegation,
  ErasureDto as Erasure,
  FactorResetDto as FactorReset,
  LeaveDto as LeavingDeed,
  LeavingDto as Leaving,
  LeavingReportDto as LeavingReport,
  RoleGrantDto as RoleGrant,
} from '@wir/shared/contract';

export type RoleRequest = GrantRoleDto;

export interface List<T> {
  readonly items: readonly T[];
  readonly total: number;
}
