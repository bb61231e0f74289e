import type { AwardDto, TrancheDto } from '@wir/shared/contract';
import { moneyTotal, moneyYears } from './money-years';

const tranche = (year: number, overrides: Partial<TrancheDto> = {}): TrancheDto => ({
  year,
  amountCents: 1000,
  requestedCents: 0,
  orderedCents: 0,
  paidCents: 0,
  openCents: 1000,
  ...overrides,
});
const award = (state: AwardDto['state'], tranches: TrancheDto[]): AwardDto => ({
  id: 'w',
  awardNumber: 'WIR-2026-Z-0001',
  applicationId: 'a',
  caseNumber: 'WIR-2026-0001',
  noticeId: 'n',
  applicantId: 'p',
  applicantName: 'Stadt Musterstadt',
  state,
  totalCents: 2000,
  tranches,
  periodStart: '2026-01-01',
  periodEnd: '2027-12-31',
  declarationReceivedOn: null,
  bankAccount: null,
  payoutAccount: null,
  payoutGates: [],
  actions: [],
  version: 1,
});

describe('money per year', () => {
  const awards = [
    award('FINAL', [
      tranche(2027),
      tranche(2026, { requestedCents: 100, orderedCents: 200, paidCents: 300, openCents: 400 }),
    ]),
    award('COMMITTED', [tranche(2026)]),
    award('VOIDED', [tranche(2026)]),
  ];

  it('adds the awards of a year and leaves out voided ones', () => {
    expect(moneyYears(awards)).toEqual([
      { year: 2026, grantedCents: 2000, underWayCents: 300, paidCents: 300, openCents: 1400 },
      { year: 2027, grantedCents: 1000, underWayCents: 0, paidCents: 0, openCents: 1000 },
    ]);
  });

  it('splits what was granted into under way, paid and open, to the cent', () => {
    const { grantedCents, underWayCents, paidCents, openCents } = moneyTotal(moneyYears(awards));

    expect(underWayCents + paidCents + openCents).toBe(grantedCents);
  });
});
