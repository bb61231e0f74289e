import { APPLICATION_PERMISSIONS } from '@wir/applications/domain';
import { BUDGET_PERMISSIONS } from '@wir/budget/domain';
import { DISBURSEMENT_PERMISSIONS } from '@wir/disbursements/domain';
import {
  AUDIT_PERMISSIONS,
  IDENTITY_PERMISSIONS,
  isReading,
  permissionsOf,
  ROLES,
  TASK_PERMISSIONS,
  type Role,
} from '@wir/identity/domain';
import { PROGRAMME_PERMISSIONS } from '@wir/programme/domain';
import { DECISION_PERMISSIONS } from './permissions';

const TABLES = [
  IDENTITY_PERMISSIONS,
  AUDIT_PERMISSIONS,
  TASK_PERMISSIONS,
  PROGRAMME_PERMISSIONS,
  APPLICATION_PERMISSIONS,
  DECISION_PERMISSIONS,
  DISBURSEMENT_PERMISSIONS,
  BUDGET_PERMISSIONS,
];
const of = (role: Role): string[] => permissionsOf([role], TABLES);
const writing = (role: Role): string[] => of(role).filter((permission) => !isReading(permission));

describe('the permissions over all domains', () => {
  it('are named once, by domain and deed, and each has a holder', () => {
    const names = TABLES.flatMap((table) => Object.keys(table));

    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[a-z-]+\.[a-z-]+$/.test(name))).toBe(true);
    expect(TABLES.flatMap((table) => Object.values(table)).every((holders) => holders.length > 0)).toBe(true);
  });

  it.each<[Role, string[]]>([
    [
      'CASE_WORKER',
      [
        'application.check',
        'application.completeness',
        'application.recommend',
        'application.request-information',
        'bank-account.confirm',
        'conflict.record',
        'delegation.arrange',
        'disbursement.check',
        'disbursement.return',
        'instalment.plan',
        'notice.cosign',
        'notice.dispatch',
        'notice.draft',
        'payment-block.lift',
        'payment-block.set',
        'vacancy.report',
      ],
    ],
    [
      'HEAD_OF_UNIT',
      [
        'application.decide',
        'budget-act.decide',
        'budget-scenario.edit',
        'conflict.end',
        'conflict.record',
        'delegation.arrange',
        'notice.return',
        'notice.sign',
        'notice.void',
        'order-limit.set',
        'payment-block.lift',
        'payment-block.set',
        'payment-discrepancy.waive',
      ],
    ],
    [
      'BUDGET_OFFICER',
      [
        'application.confirm-budget',
        'budget-act.decide',
        'budget-act.propose',
        'budget-line.edit',
        'budget-scenario.edit',
        'budget-year.move',
        'conflict.record',
        'delegation.arrange',
        'legal-ground.record',
        'payment-block.set',
        'payment-discrepancy.handle',
        'payment-discrepancy.waive',
        'payment-return.import',
        'payment-run.reconcile-register',
        'payment-run.release',
      ],
    ],
    [
      'PAYMENT_ORDERER',
      [
        'conflict.record',
        'delegation.arrange',
        'disbursement.cancel',
        'disbursement.order',
        'disbursement.return',
        'payment-discrepancy.handle',
        'payment-run.create',
        'payment-run.release',
      ],
    ],
    ['EXTERNAL_AUDITOR', []],
    ['PRESS_VIEWER', []],
    ['ADMIN', ['account.administer', 'delegation.arrange']],
    [
      'APPLICANT_EDITOR',
      [
        'application.create',
        'application.edit',
        'application.return-from-signature',
        'delegation.arrange',
        'notice.retrieve',
      ],
    ],
    [
      'APPLICANT_FINANCE',
      [
        'application.edit',
        'delegation.arrange',
        'disbursement.cancel',
        'disbursement.create',
        'notice.retrieve',
        'vacancy.report',
      ],
    ],
    [
      'APPLICANT_SIGNATORY',
      [
        'application.return-from-signature',
        'application.submit',
        'application.withdraw',
        'award.declare',
        'delegation.arrange',
        'disbursement.submit',
        'notice.retrieve',
        'notice.waive-appeal',
      ],
    ],
  ])('let %s change exactly this', (role, expected) => {
    expect(writing(role)).toEqual(expected);
  });

  it('let the court of audit read everything', () => {
    const readings = TABLES.flatMap((table) => Object.keys(table))
      .filter(isReading)
      .sort();

    expect(of('EXTERNAL_AUDITOR')).toEqual(readings);
  });

  it('keep cases and money from administration and press', () => {
    expect(of('PRESS_VIEWER')).toEqual(['award.read', 'programme.read', 'task.read']);
    expect(of('ADMIN')).toEqual([
      'account.administer',
      'audit.verify',
      'delegation.arrange',
      'delegation.read',
      'programme.read',
      'task.read',
    ]);
  });

  it('keep review notes, budget and audit from applicants', () => {
    for (const role of ROLES.filter((candidate) => candidate.startsWith('APPLICANT_'))) {
      expect(
        of(role).filter((permission) => /^(check|budget|audit|payment-run|payment-return)\./.test(permission)),
      ).toEqual([]);
    }
  });
});
