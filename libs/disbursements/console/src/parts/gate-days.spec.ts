import { payoutGates } from '@wir/decisions/domain';
import type { PayoutGateDto } from '@wir/shared/contract';
import { cents, fiscalYear, localDate } from '@wir/shared/kernel';
import { earliestPayout, provisionalYear } from './gate-days';

const gate = (met: boolean, earliestDate: string | null): PayoutGateDto => ({
  code: 'FINAL',
  met,
  earliestDate,
  text: '',
});

describe('the first day of a payout', () => {
  it('is the last of the days that stand against it', () => {
    const gates = [gate(true, null), gate(false, '2026-04-01'), gate(false, '2026-03-20')];

    expect(earliestPayout(gates)).toBe('2026-04-01');
  });

  it('is not known while a deed is missing, nor asked when all is met', () => {
    expect(earliestPayout([gate(false, '2026-04-01'), gate(false, null)])).toBeNull();
    expect(earliestPayout([gate(true, null)])).toBeNull();
  });

  it('may depend on a legal ground, which only a provisional year asks for', () => {
    const gates = payoutGates({
      notice: { state: 'FINAL', deemedNotifiedOn: localDate('2027-02-01'), finalOn: null, appealWaivedOn: null },
      declarationReceivedOn: null,
      bankAccountState: null,
      blocks: [],
      hasLegalGround: false,
      year: fiscalYear(2027),
      yearState: 'PROVISIONAL',
      openCents: cents(1),
    });

    expect(provisionalYear(gates)).toBe(2027);
    expect(provisionalYear([gate(false, null)])).toBeNull();
  });
});
