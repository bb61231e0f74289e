import { APPLICATION_PERMISSIONS } from '@wir/applications/domain';
import { BUDGET_PERMISSIONS } from '@wir/budget/domain';
import { DECISION_PERMISSIONS } from '@wir/decisions/domain';
import { DISBURSEMENT_PERMISSIONS } from '@wir/disbursements/domain';
import { AUDIT_PERMISSIONS, TASK_PERMISSIONS, permissionsOf } from '@wir/identity/domain';
import { DESTINATIONS } from './navigation';

const TABLES = [
  APPLICATION_PERMISSIONS,
  BUDGET_PERMISSIONS,
  DECISION_PERMISSIONS,
  DISBURSEMENT_PERMISSIONS,
  AUDIT_PERMISSIONS,
  TASK_PERMISSIONS,
];

function railOf(role: string): string[] {
  const permissions = permissionsOf([role], TABLES);
  return DESTINATIONS.filter(({ permission }) => permissions.includes(permission)).map(({ path }) => path);
}

describe('the rail', () => {
  it('names only permissions that exist', () => {
    const known = new Set(TABLES.flatMap((table) => Object.keys(table)));

    expect(DESTINATIONS.filter(({ permission }) => !known.has(permission))).toEqual([]);
  });

  it('shows the staff every desk but the log', () => {
    expect(railOf('CASE_WORKER')).toEqual([
      '/',
      '/antraege',
      '/bescheide',
      '/auszahlungen',
      '/zahlungslauf',
      '/haushalt',
    ]);
  });

  it('shows a municipality its own way from application to payment', () => {
    expect(railOf('APPLICANT_EDITOR')).toEqual(['/', '/antraege', '/bescheide', '/auszahlungen']);
  });

  it('shows the court of audit everything', () => {
    expect(railOf('EXTERNAL_AUDITOR')).toEqual(DESTINATIONS.map(({ path }) => path));
  });

  it('shows an administrator no case and no money', () => {
    expect(railOf('ADMIN')).toEqual(['/']);
  });
});
