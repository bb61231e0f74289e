import { localDate } from '@wir/shared/kernel';
import { APPLICANT_ROLES, ROLES, type Role } from '../roles';
import { firstGrantProblems, grantProblems, type GrantPeriod, type GrantWish, type HeldGrant } from './grant-rules';

const TODAY = localDate('2026-03-02');
const FOREVER: GrantPeriod = { validFrom: null, validTo: null };
const wish = (role: Role, period: Partial<GrantPeriod> = {}): GrantWish => ({ role, ...FOREVER, ...period });
const codesOf = (applicantId: string | null, held: readonly HeldGrant[], wanted: GrantWish): string[] =>
  grantProblems({ applicantId, held }, wanted, TODAY).map(({ code }) => code);

describe('a role', () => {
  it.each(ROLES)('%s fits either the authority or a municipality', (role) => {
    const isApplicantRole = APPLICANT_ROLES.includes(role);

    expect(codesOf(null, [], wish(role))).toEqual(isApplicantRole ? ['grant.authority-role-only'] : []);
    expect(codesOf('wi', [], wish(role))).toEqual(isApplicantRole ? [] : ['grant.applicant-role-only']);
  });

  it.each(ROLES.filter((role) => !APPLICANT_ROLES.includes(role) && role !== 'ADMIN'))(
    '%s is never held together with ADMIN',
    (role) => {
      expect(codesOf(null, [{ role: 'ADMIN', ...FOREVER }], wish(role))).toEqual(['grant.stands-alone']);
      expect(codesOf(null, [{ role, ...FOREVER }], wish('ADMIN'))).toEqual(['grant.stands-alone']);
    },
  );

  it('of an auditor is held alone, since it writes nothing', () => {
    expect(codesOf(null, [{ role: 'CASE_WORKER', ...FOREVER }], wish('EXTERNAL_AUDITOR'))).toEqual([
      'grant.stands-alone',
    ]);
  });

  it('can follow another that stands alone', () => {
    const admin = { role: 'ADMIN', validFrom: null, validTo: localDate('2026-03-31') };

    expect(codesOf(null, [admin], wish('CASE_WORKER', { validFrom: localDate('2026-04-01') }))).toEqual([]);
    expect(codesOf(null, [admin], wish('CASE_WORKER', { validFrom: localDate('2026-03-31') }))).toEqual([
      'grant.stands-alone',
    ]);
  });

  it('can be held beside others', () => {
    expect(codesOf('wi', [{ role: 'APPLICANT_EDITOR', ...FOREVER }], wish('APPLICANT_FINANCE'))).toEqual([]);
  });

  it('is held once at a time', () => {
    expect(codesOf(null, [{ role: 'CASE_WORKER', ...FOREVER }], wish('CASE_WORKER'))).toEqual(['grant.overlaps']);
  });

  it.each([
    ['today', '2026-03-02', null, []],
    ['later', '2026-04-01', '2026-04-30', []],
    ['only today', null, '2026-03-02', []],
    ['from yesterday', '2026-03-01', null, ['grant.starts-in-past']],
    ['backwards', '2026-04-02', '2026-04-01', ['grant.period-reversed']],
    ['over already', null, '2026-03-01', ['grant.period-reversed']],
  ])('is given for a period that is not over: %s', (_name, from, to, codes) => {
    const period = { validFrom: from === null ? null : localDate(from), validTo: to === null ? null : localDate(to) };

    expect(codesOf(null, [], wish('CASE_WORKER', period))).toEqual(codes);
  });
});

describe('the first roles of an account', () => {
  it('are looked at together', () => {
    expect(firstGrantProblems(null, [wish('ADMIN'), wish('CASE_WORKER'), wish('APPLICANT_EDITOR')], TODAY)).toEqual([
      { path: 'roles[1].role', code: 'grant.stands-alone' },
      { path: 'roles[2].role', code: 'grant.authority-role-only' },
      { path: 'roles[2].role', code: 'grant.stands-alone' },
    ]);
  });
});
