import type { Actor } from '@wir/shared/api';
import { localDate } from '@wir/shared/kernel';
import type { ApplicationDetailRow } from './application-detail.queries';
import { toApplicationDto } from './application-mapper';

const DAY = new Date('2026-03-02T08:00:00Z');

function aRow(overrides: Partial<ApplicationDetailRow> = {}): ApplicationDetailRow {
  const row: Partial<ApplicationDetailRow> = {
    state: 'DRAFT',
    title: '',
    purpose: '',
    contactName: '',
    contactEmail: '',
    periodStart: localDate('2026-01-01'),
    periodEnd: localDate('2030-12-31'),
    callPeriodStart: localDate('2026-01-01'),
    callPeriodEnd: localDate('2030-12-31'),
    caps: [],
    planYears: [],
    planLines: [],
    attachments: [],
    informationRequests: [],
    answeredChecks: [],
    recommendation: { reasons: 'intern', proposedCents: 1, years: [] },
    outcome: 'APPROVED',
    decisionReasons: 'Gründe',
    decidedAt: DAY,
    decisionIsPublic: false,
    submittedAt: null,
    createdAt: DAY,
    updatedAt: DAY,
    ...overrides,
  };
  return row as ApplicationDetailRow;
}

const someone = {
  accountId: 'a',
  personId: 'p',
  name: 'Anna Becker',
  email: 'a@wir.example',
  ownRoles: [],
  delegations: [],
  familyId: 'f',
  hasFactor: false,
  factorAt: null,
};
const editor: Actor = {
  ...someone,
  roles: ['APPLICANT_EDITOR'],
  applicantId: 'm',
  applicantName: 'Stadt Musterstadt',
  isStaff: false,
};
const worker: Actor = { ...someone, roles: ['CASE_WORKER'], applicantId: null, applicantName: null, isStaff: true };

describe('an application as answered', () => {
  it('says what still hinders submission while the municipality works on it', () => {
    const codes = toApplicationDto(aRow(), editor).problems.map(({ code }) => code);

    expect(codes).toEqual(
      expect.arrayContaining(['application.title-missing', 'application.plan-missing', 'application.concept-missing']),
    );
    expect(toApplicationDto(aRow({ state: 'SUBMITTED' }), editor).problems).toEqual([]);
  });

  it('opens signing only when nothing hinders it', () => {
    expect(toApplicationDto(aRow(), editor).actions).toContainEqual({
      action: 'requestSignature',
      allowed: false,
      reasonCode: 'application.not-submittable',
    });
  });

  it('opens the recommendation only when every check is answered', () => {
    expect(toApplicationDto(aRow({ state: 'UNDER_REVIEW' }), worker).actions).toContainEqual({
      action: 'recommend',
      allowed: false,
      reasonCode: 'application.not-recommendable',
    });
  });

  it('keeps review and undisclosed decision from the municipality', () => {
    expect(toApplicationDto(aRow(), editor)).toMatchObject({ recommendation: null, decision: null });
    expect(toApplicationDto(aRow({ decisionIsPublic: true }), worker)).toMatchObject({
      recommendation: { reasons: 'intern' },
      decision: { outcome: 'APPROVED', decidedAt: '2026-03-02T08:00:00.000Z' },
    });
  });
});
