import type { OrderLimitDto } from '@wir/shared/contract';
import { dayAfter, lastDayOf, limitOf, limitStanding, periodFault } from './order-limit-rules';

const limit = (overrides: Partial<OrderLimitDto> = {}): OrderLimitDto => ({
  id: 'limit-1',
  accountId: 'orderer',
  name: 'Christian Roth',
  maxCents: 5_000_000,
  validFrom: '2026-01-01',
  validTo: null,
  reason: 'Verfügung',
  version: 1,
  ...overrides,
});

describe('the limit of an orderer', () => {
  it.each([
    ['2025-12-31', 'COMING'],
    ['2026-01-01', 'NOW'],
    ['2026-05-31', 'NOW'],
    ['2026-06-01', 'OVER'],
  ] as const)('stands from its first day to the day before its end: on %s it is %s', (today, standing) => {
    expect(limitStanding(limit({ validTo: '2026-06-01' }), today)).toBe(standing);
  });

  it('counts for the person and the day only', () => {
    const limits = [
      limit(),
      limit({ maxCents: 1, validFrom: '2027-01-01' }),
      limit({ accountId: 'other', maxCents: 2 }),
    ];

    expect(limitOf(limits, 'orderer', '2026-03-02')).toBe(5_000_000);
    expect(limitOf(limits, 'somebody', '2026-03-02')).toBeNull();
  });

  it('does not end before it begins', () => {
    expect(periodFault('2026-01-02', '2026-01-01')).toEqual({ kind: 'order-limit.period-invalid' });
    expect([periodFault('2026-01-01', null), periodFault('2026-01-01', '2026-01-01')]).toEqual([null, null]);
  });

  it('is asked for and shown with its last day, and sent with the first day without it', () => {
    expect([dayAfter('2026-12-31'), dayAfter(null)]).toEqual(['2027-01-01', null]);
    expect([lastDayOf(limit({ validTo: '2027-01-01' })), lastDayOf(limit())]).toEqual(['2026-12-31', null]);
  });
});
