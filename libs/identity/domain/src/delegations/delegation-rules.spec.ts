import { DomainError, localDate } from '@wir/shared/kernel';
import { ROLES } from '../roles';
import {
  assertMayArrange,
  assertMayRevoke,
  assertNotToOneself,
  DELEGABLE_ROLES,
  delegationProblems,
  deputyProblem,
  type DelegationWish,
  type Party,
} from './delegation-rules';

const TODAY = localDate('2026-03-02');

function staff(name: string, roles: readonly string[], overrides: Partial<Party> = {}): Party {
  return {
    accountId: `account-${name}`,
    personId: name,
    applicantId: null,
    organisation: 'Ministerium',
    isActive: true,
    roles,
    ...overrides,
  };
}

const town = (name: string, roles: readonly string[], applicantId = 'wi'): Party =>
  staff(name, roles, { applicantId, organisation: applicantId });

const head = staff('anna', ['HEAD_OF_UNIT']);
const worker = staff('bert', ['CASE_WORKER']);
const wish = (overrides: Partial<DelegationWish> = {}): DelegationWish => ({
  roles: ['HEAD_OF_UNIT'],
  validFrom: TODAY,
  validTo: localDate('2026-03-13'),
  ...overrides,
});
const codesOf = (absent: Party, deputy: Party, wanted = wish()): string[] =>
  delegationProblems(absent, deputy, wanted, TODAY).map(({ code }) => code);

describe('whoever deputises', () => {
  it.each([
    ['a case worker of the same authority', worker, null],
    ['a budget officer', staff('bert', ['BUDGET_OFFICER']), null],
    ['somebody who orders payments', staff('bert', ['PAYMENT_ORDERER']), null],
    ['the same person through a second account', staff('anna', ['CASE_WORKER'], { accountId: 'second' }), 'own-person'],
    ['somebody of another authority', staff('bert', ['CASE_WORKER'], { organisation: 'RP' }), 'other-authority'],
    ['somebody of a municipality', town('bert', ['APPLICANT_EDITOR']), 'other-authority'],
    ['a locked account', staff('bert', ['CASE_WORKER'], { isActive: false }), 'deputy-not-active'],
    ['an administrator', staff('bert', ['ADMIN']), 'deputy-without-case-role'],
    ['the press office', staff('bert', ['PRESS_VIEWER']), 'deputy-without-case-role'],
    ['an auditor', staff('bert', ['EXTERNAL_AUDITOR']), 'deputy-without-case-role'],
    ['an account without a role', staff('bert', []), 'deputy-without-case-role'],
  ])('is %s', (_who, deputy, code) => {
    expect(deputyProblem(head, deputy)).toBe(code === null ? null : `delegation.${code}`);
  });

  it('comes from the same municipality', () => {
    const signatory = town('carla', ['APPLICANT_SIGNATORY']);

    expect(deputyProblem(signatory, town('dora', ['APPLICANT_EDITOR']))).toBeNull();
    expect(deputyProblem(signatory, town('dora', ['APPLICANT_EDITOR'], 'ks'))).toBe('delegation.other-authority');
    expect(deputyProblem(signatory, worker)).toBe('delegation.other-authority');
  });
});

describe('a delegation', () => {
  it('is possible for a role the absent person holds', () => {
    expect(codesOf(head, worker)).toEqual([]);
  });

  it.each(ROLES)('of %s exists only for rights over cases and money', (role) => {
    const codes = codesOf(staff('anna', [role]), worker, wish({ roles: [role] }));

    expect(codes).toEqual(DELEGABLE_ROLES.includes(role) ? [] : ['delegation.role-not-delegable']);
  });

  it('passes on no role the absent person does not hold, such as one that is itself borrowed', () => {
    expect(codesOf(head, worker, wish({ roles: ['HEAD_OF_UNIT', 'PAYMENT_ORDERER'] }))).toEqual([
      'delegation.role-not-held',
    ]);
  });

  it('needs an absent person who could act', () => {
    expect(codesOf({ ...head, isActive: false }, worker)).toEqual(['delegation.absent-not-active']);
  });

  it.each([
    ['one day', '2026-03-02', '2026-03-02', []],
    ['a year to the day', '2026-03-02', '2027-03-01', []],
    ['a day more than a year', '2026-03-02', '2027-03-02', ['delegation.period-too-long']],
    ['backwards', '2026-03-03', '2026-03-02', ['delegation.period-reversed']],
    ['from yesterday', '2026-03-01', '2026-03-02', ['delegation.starts-in-past']],
    ['in autumn', '2026-10-01', '2026-10-31', []],
  ])('lasts at most a year and begins today or later: %s', (_name, from, to, codes) => {
    expect(codesOf(head, worker, wish({ validFrom: localDate(from), validTo: localDate(to) }))).toEqual(codes);
  });

  it('names every wrong place', () => {
    const problems = delegationProblems(
      head,
      staff('anna', ['ADMIN'], { accountId: 'second' }),
      wish({ roles: ['ADMIN'], validTo: localDate('2025-01-01') }),
      TODAY,
    );

    expect(problems).toEqual([
      { path: 'deputyAccountId', code: 'delegation.own-person' },
      { path: 'roles[0]', code: 'delegation.role-not-delegable' },
      { path: 'validTo', code: 'delegation.period-reversed' },
    ]);
  });
});

describe('arranging a delegation', () => {
  const refused = new DomainError('forbidden', 'delegation.not-yours');
  const admin = staff('zoe', ['ADMIN']);
  const signatory = town('carla', ['APPLICANT_SIGNATORY']);
  const editor = town('dora', ['APPLICANT_EDITOR']);

  it.each([
    ['everybody for himself', worker, worker],
    ['an applicant for himself', editor, editor],
    ['the head of unit for others', head, worker],
    ['the administration for others', admin, worker],
    ['the signatory for the own municipality', signatory, editor],
  ])('is open to %s', (_who, arranger, absent) => {
    expect(() => assertMayArrange(arranger, absent)).not.toThrow();
  });

  it.each([
    ['a case worker for the head', worker, head],
    ['the head for a municipality', head, editor],
    ['the administration for a municipality', admin, signatory],
    ['an editor for the signatory', editor, signatory],
    ['the signatory for another municipality', signatory, town('emil', ['APPLICANT_EDITOR'], 'ks')],
    ['a signatory for the authority', signatory, worker],
    ['a head who is head by delegation only', { ...worker, roles: ['CASE_WORKER'] }, head],
  ])('is closed to %s', (_who, arranger, absent) => {
    expect(() => assertMayArrange(arranger, absent)).toThrow(refused);
  });

  it('never makes the arranger himself the deputy of somebody else', () => {
    expect(() => assertNotToOneself(head, { ...worker, personId: 'anna' })).toThrow(
      new DomainError('forbidden', 'delegation.to-oneself'),
    );
    expect(() => assertNotToOneself(head, worker)).not.toThrow();
  });
});

describe('revoking a delegation', () => {
  it('is open to whoever may arrange it and to the deputy', () => {
    expect(() => assertMayRevoke(head, head, worker.accountId)).not.toThrow();
    expect(() => assertMayRevoke(worker, head, worker.accountId)).not.toThrow();
    expect(() => assertMayRevoke(staff('carl', ['CASE_WORKER']), head, worker.accountId)).toThrow(
      new DomainError('forbidden', 'delegation.not-yours'),
    );
  });
});
