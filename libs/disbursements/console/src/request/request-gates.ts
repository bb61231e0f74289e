import type { PayoutGateCode } from '@wir/decisions/domain';
import type { AwardDto, DisbursementRequestDto, PayoutGateDto } from '@wir/shared/contract';
import { cents, formatEuro } from '@wir/shared/kernel';

/** Gates that do not depend on the year; the award tells the others for its next year only. */
const OF_AWARD: readonly PayoutGateCode[] = ['NOTIFIED', 'FINAL', 'DECLARATION', 'BANK_DATA', 'NO_BLOCK'];

/** The gates of the award, with those of year and amount as they stand for this very request. */
export function gatesForRequest(request: DisbursementRequestDto, award: AwardDto): PayoutGateDto[] {
  const gates = award.payoutGates.filter(({ code }) => OF_AWARD.includes(code as PayoutGateCode));
  const yearGate = award.payoutGates.find(
    ({ code, text }) => code === 'YEAR_OPEN' && text.includes(` ${request.year} `),
  );
  const isRefused = request.actions.some(({ reasonCode }) => reasonCode === 'budget.year-not-open');
  const year: PayoutGateDto[] = yearGate
    ? [yearGate]
    : isRefused
      ? [
          {
            code: 'YEAR_OPEN',
            met: false,
            earliestDate: null,
            text: `Haushaltsjahr ${request.year} ist nicht geöffnet.`,
          },
        ]
      : [];
  const open = request.limits.trancheOpenCents;
  const within: PayoutGateDto = {
    code: 'WITHIN_TRANCHE',
    met: request.amountCents <= open,
    earliestDate: null,
    text: `Von der Rate ${request.year} sind ohne diesen Abruf ${formatEuro(cents(open))} offen.`,
  };
  return [...gates, ...year, within];
}
