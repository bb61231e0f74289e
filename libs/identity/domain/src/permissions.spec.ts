import {
  AUDIT_PERMISSIONS,
  definePermissions,
  IDENTITY_PERMISSIONS,
  permissionsOf,
  TASK_PERMISSIONS,
} from './permissions';
import { isRole, roleLabel, ROLES } from './roles';

const tables = [
  IDENTITY_PERMISSIONS,
  AUDIT_PERMISSIONS,
  TASK_PERMISSIONS,
  definePermissions({ 'case.edit': ['CASE_WORKER'], 'case.read': ['CASE_WORKER', 'EXTERNAL_AUDITOR'] }),
];

describe('the permissions of a person', () => {
  it('are the union over roles and domains, sorted, each once', () => {
    expect(permissionsOf(['CASE_WORKER', 'EXTERNAL_AUDITOR'], tables)).toEqual([
      'audit.read',
      'audit.verify',
      'case.edit',
      'case.read',
      'conflict.read',
      'conflict.record',
      'delegation.arrange',
      'delegation.read',
      'task.read',
    ]);
  });

  it('give an administrator no case', () => {
    expect(permissionsOf(['ADMIN'], tables)).toEqual([
      'account.administer',
      'audit.verify',
      'delegation.arrange',
      'delegation.read',
      'task.read',
    ]);
  });

  it('are none for an unknown role', () => {
    expect(permissionsOf(['GUEST'], tables)).toEqual([]);
  });
});

describe('a role', () => {
  it('has a German name', () => {
    expect(ROLES).toHaveLength(10);
    expect(ROLES.every((role) => roleLabel(role).length > 3)).toBe(true);
    expect(roleLabel('SYSTEM')).toBe('Automatik');
  });

  it('is known by its code only', () => {
    expect(isRole('CASE_WORKER')).toBe(true);
    expect(isRole('toString')).toBe(false);
  });
});
