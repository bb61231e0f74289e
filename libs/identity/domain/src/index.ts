export {
  ACTOR_ROLES,
  APPLICANT_ROLES,
  isRole,
  ROLE_LABELS,
  roleLabel,
  ROLES,
  STAFF_READERS,
  STAFF_ROLES,
} from './roles';
export type { ActorRole, Role } from './roles';
export {
  AUDIT_PERMISSIONS,
  definePermissions,
  IDENTITY_PERMISSIONS,
  isReading,
  permissionsOf,
  TASK_PERMISSIONS,
} from './permissions';
export type { PermissionTable } from './permissions';
export { IDENTITY_TEXTS } from './codes';
export { arePersonsDifferent, assertDifferentPersons } from './different-persons';
export type { ActingPersons, EarlierPersons } from './different-persons';
export { actingPersons, delegationFor, withRepresented } from './delegations/acting-persons';
export type { ActiveDelegation, Deputy } from './delegations/acting-persons';
export {
  assertMayArrange,
  assertMayRevoke,
  assertNotToOneself,
  DELEGABLE_ROLES,
  delegationProblems,
  deputyProblem,
} from './delegations/delegation-rules';
export type { DelegationCode, DelegationProblem, DelegationWish, Party } from './delegations/delegation-rules';
export {
  ACCOUNT_STATES,
  assertActOpen,
  assertAdministratorRemains,
  assertOtherPerson,
  assertSecondAdministrator,
  isActOpen,
} from './accounts/account-rules';
export type { AccountAct, AccountState } from './accounts/account-rules';
export { firstGrantProblems, grantProblems } from './accounts/grant-rules';
export type { GrantCode, GrantPeriod, GrantWish, HeldGrant } from './accounts/grant-rules';
export { assertSuccessor, mayTakeOver } from './accounts/leaving-rules';
export { foldedWord } from './passwords/common-passwords';
export { minimumPasswordLength, normalizedPassword, PASSWORD_LENGTH, passwordFault } from './passwords/password-rules';
export type { PasswordFault, PasswordSurroundings } from './passwords/password-rules';
export { ACCOUNT_NOTICES, MAIL_JOB, MAIL_QUEUE } from './mail/account-mail';
export type { AccountNotice, LinkPurpose } from './mail/account-mail';
