import { APPLICATION_PERMISSIONS } from '@wir/applications/domain';
import { BUDGET_PERMISSIONS } from '@wir/budget/domain';
import { DECISION_PERMISSIONS } from '@wir/decisions/domain';
import { DISBURSEMENT_PERMISSIONS } from '@wir/disbursements/domain';
import { AUDIT_PERMISSIONS, IDENTITY_PERMISSIONS, TASK_PERMISSIONS, permissionsOf } from '@wir/identity/domain';
import { RECORD_PERMISSIONS, RETENTION_PERMISSIONS } from '@wir/records/domain';
import { DESTINATIONS } from './navigation';

const TABLES = [
  APPLICATION_PERMISSIONS,
  BUDGET_PERMISSIONS,
  DECISION_PERMISSIONS,
  DISBURSEMENT_PERMISSIONS,
  AUDIT_PERMISSIONS,
  IDENTITY_PERMISSIONS,
  RECORD_PERMISSIONS,
  RETENTION_PERMISSIONS,
  TASK_PERMISSIONS,
];

function railOf(role: string): string[] {
  const held = permissionsOf([role], TABLES);
  return DESTINATIONS.filter(({ permissions }) => permissions.some((one) => held.includes(one))).map(
    ({ path }) => path,
  );
}

describe('the rail', () => {
  it('names only permissions that exist', () => {
    const known = new Set(TABLES.flatMap((table) => Object.keys(table)));

    expect(DESTINATIONS.flatMap(({ permissions }) => permissions).filter((one) => !known.has(one))).toEqual([]);
  });

  it('shows the staff every desk but the log', () => {
    expect(railOf('CASE_WORKER')).toEqual([
      '/',
      '/antraege',
      '/bescheide',
      '/auszahlungen',
      '/zahlungslauf',
      '/haushalt',
      '/vertretungen',
    ]);
  });

  it('shows a municipality its own way from application to payment', () => {
    expect(railOf('APPLICANT_EDITOR')).toEqual(['/', '/antraege', '/bescheide', '/auszahlungen']);
  });

  it('shows the signatory the deputies of the own municipality besides', () => {
    expect(railOf('APPLICANT_SIGNATORY')).toContain('/vertretungen');
  });

  it('shows the court of audit everything but the accounts', () => {
    expect(railOf('EXTERNAL_AUDITOR')).toEqual(
      DESTINATIONS.map(({ path }) => path).filter((path) => path !== '/zugaenge'),
    );
  });

  it('shows an administrator accounts, deputies and the check of the log, but no case and no money', () => {
    expect(railOf('ADMIN')).toEqual(['/', '/vertretungen', '/zugaenge', '/protokoll']);
  });
});
