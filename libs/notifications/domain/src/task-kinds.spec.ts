import { TASK_KIND_CODES, TASK_KINDS, taskKindsOf, taskLink, taskTitle } from './task-kinds';

describe('the kinds of tasks of a person', () => {
  it('follow from the roles', () => {
    expect(taskKindsOf(['HEAD_OF_UNIT'])).toEqual([
      'DECIDE_APPLICATION',
      'SIGN_NOTICE',
      'RELEASE_BUDGET_ACT',
      'RELEASE_SCENARIO',
    ]);
    expect(taskKindsOf(['PAYMENT_ORDERER', 'BUDGET_OFFICER'])).toEqual([
      'CONFIRM_BUDGET',
      'RELEASE_BUDGET_ACT',
      'RELEASE_SCENARIO',
      'RELEASE_RUN',
      'CLARIFY_DISCREPANCY',
      'IMPORT_RETURN',
      'ORDER_DISBURSEMENT',
      'EXPORT_ORDER',
    ]);
  });

  it.each(['EXTERNAL_AUDITOR', 'PRESS_VIEWER', 'ADMIN'])('are none for %s, who works on no case', (role) => {
    expect(taskKindsOf([role])).toEqual([]);
  });
});

describe('a task', () => {
  it.each(TASK_KIND_CODES)('%s says what to do and leads to a page', (kind) => {
    expect(TASK_KINDS[kind].title).toMatch(/^[A-ZÄÖÜ]/);
    expect(taskLink(kind, 'id-1', 'award-1')).toMatch(
      /^\/(antraege|bescheide|auszahlungen|zuwendungen|zahlungslauf|haushalt)/,
    );
  });

  it('leads from bank data to the award they are for', () => {
    expect(taskLink('CONFIRM_BANK_ACCOUNT', 'account-1', 'award-1')).toBe('/zuwendungen/award-1');
  });

  it('leads to the run to release and to the case to clarify themselves', () => {
    expect(taskLink('RELEASE_BUDGET_ACT', 'act-1', null)).toBe('/haushalt/verfuegungen/act-1');
    expect(taskLink('RELEASE_SCENARIO', 'scenario-1', null)).toBe('/haushalt/planspiele/scenario-1');
    expect(taskLink('RELEASE_RUN', 'run-1', null)).toBe('/zahlungslauf/run-1');
    expect(taskLink('CLARIFY_DISCREPANCY', 'case-1', null)).toBe('/zahlungslauf/klaerungsfaelle/case-1');
  });

  it('names the year where there is one for each', () => {
    expect(taskTitle('REQUEST_DISBURSEMENT', 2026)).toBe('Auszahlung beantragen (2026)');
    expect(taskTitle('SIGN_NOTICE', null)).toBe('Bescheid zeichnen');
  });
});
