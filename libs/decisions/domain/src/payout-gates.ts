import {
  cents,
  DomainError,
  firstDayOf,
  formatEuro,
  formatGermanDate,
  type Cents,
  type FiscalYear,
  type LocalDate,
} from '@wir/shared/kernel';
import type { BudgetYearState } from '@wir/budget/domain';
import {
  firstFreeDay,
  PAYMENT_BLOCK_REASONS,
  type ActiveBlock,
  type BankAccountState,
} from '@wir/disbursements/domain';
import type { DecisionCode } from './codes';
import type { NoticeState } from './notice-state';

/** What stands between an award and money, in the order of the law: all gates must be met, none is a mere warning. */
export const PAYOUT_GATE_CODES = [
  'NOTIFIED',
  'FINAL',
  'DECLARATION',
  'BANK_DATA',
  'NO_BLOCK',
  'YEAR_OPEN',
  'WITHIN_TRANCHE',
] as const;
export type PayoutGateCode = (typeof PAYOUT_GATE_CODES)[number];

export interface PayoutGate {
  readonly code: PayoutGateCode;
  readonly met: boolean;
  readonly text: string;
  /** The first day on which the gate can be met, where a date decides. */
  readonly earliestDate: LocalDate | null;
}

export interface PayoutFacts {
  readonly notice: {
    readonly state: NoticeState;
    readonly deemedNotifiedOn: LocalDate | null;
    readonly finalOn: LocalDate | null;
    readonly appealWaivedOn: LocalDate | null;
  };
  readonly declarationReceivedOn: LocalDate | null;
  readonly bankAccountState: BankAccountState | null;
  /** Active blocks of the recipient or of this award. */
  readonly blocks: readonly ActiveBlock[];
  /** Recorded for this award and year; lets a provisional year pay. */
  readonly hasLegalGround: boolean;
  readonly year: FiscalYear;
  readonly yearState: BudgetYearState | null;
  readonly openCents: Cents;
  /** Amount asked for; without one the gate asks whether anything is open. */
  readonly amountCents?: Cents;
}

const REFUSAL: Readonly<Record<PayoutGateCode, DecisionCode>> = {
  NOTIFIED: 'award.not-notified',
  FINAL: 'award.not-final',
  DECLARATION: 'award.declaration-missing',
  BANK_DATA: 'award.bank-data-unconfirmed',
  NO_BLOCK: 'award.payout-blocked',
  YEAR_OPEN: 'award.year-not-open',
  WITHIN_TRANCHE: 'award.tranche-exceeded',
};

export function payoutGates(facts: PayoutFacts): PayoutGate[] {
  return [
    notified(facts),
    final(facts),
    declaration(facts),
    bankData(facts),
    noBlock(facts),
    yearOpen(facts),
    withinTranche(facts),
  ];
}

/** The code a person reads for an unmet gate. */
export function refusalOf(code: PayoutGateCode): DecisionCode {
  return REFUSAL[code];
}

/** Refuses by the first gate that is not met, with the earliest day where there is one. */
export function assertPayable(facts: PayoutFacts): void {
  const closed = payoutGates(facts).find(({ met }) => !met);
  if (closed === undefined) return;
  const details = {
    gate: closed.code,
    year: facts.year,
    openCents: facts.openCents,
    ...(closed.earliestDate === null ? {} : { earliestDate: closed.earliestDate }),
  };
  throw new DomainError('conflict', REFUSAL[closed.code], details);
}

function notified({ notice }: PayoutFacts): PayoutGate {
  const met = ['NOTIFIED', 'APPEALED', 'FINAL'].includes(notice.state);
  const day = notice.deemedNotifiedOn;
  const text = met
    ? `Bekannt gegeben${day === null ? '' : ` am ${formatGermanDate(day)}`}.`
    : day === null
      ? 'Noch nicht bekannt gegeben.'
      : `Bekannt gegeben ab ${formatGermanDate(day)}.`;
  return { code: 'NOTIFIED', met, text, earliestDate: met ? null : day };
}

function final({ notice }: PayoutFacts): PayoutGate {
  const met = notice.state === 'FINAL';
  if (met) {
    const day = notice.finalOn === null ? '' : ` seit ${formatGermanDate(notice.finalOn)}`;
    const waived = notice.appealWaivedOn === null ? '' : ', durch Rechtsbehelfsverzicht';
    return { code: 'FINAL', met, text: `Bestandskräftig${day}${waived}.`, earliestDate: null };
  }
  if (notice.state === 'APPEALED')
    return { code: 'FINAL', met, text: 'Gegen den Bescheid ist Klage erhoben.', earliestDate: null };
  const text =
    notice.finalOn === null
      ? 'Noch nicht bestandskräftig.'
      : `Bestandskräftig ab ${formatGermanDate(notice.finalOn)}, früher bei Rechtsbehelfsverzicht.`;
  return { code: 'FINAL', met, text, earliestDate: notice.finalOn };
}

function declaration({ declarationReceivedOn: day }: PayoutFacts): PayoutGate {
  const text =
    day === null ? 'Die Erklärung zum Zuwendungsbescheid fehlt.' : `Erklärung eingegangen am ${formatGermanDate(day)}.`;
  return { code: 'DECLARATION', met: day !== null, text, earliestDate: null };
}

function bankData({ bankAccountState }: PayoutFacts): PayoutGate {
  const met = bankAccountState === 'CONFIRMED';
  const text = met
    ? 'Bankverbindung bestätigt.'
    : bankAccountState === 'PROPOSED'
      ? 'Bankverbindung noch nicht bestätigt.'
      : 'Keine Bankverbindung angegeben.';
  return { code: 'BANK_DATA', met, text, earliestDate: null };
}

/** Money paid against an open block costs the authority its interest (VG Gießen), so a block is a wall and no warning. */
function noBlock({ blocks }: PayoutFacts): PayoutGate {
  const [first] = blocks;
  if (first === undefined) return { code: 'NO_BLOCK', met: true, text: 'Keine Zahlungssperre.', earliestDate: null };
  const named = [...new Set(blocks.map(({ reasonCode }) => PAYMENT_BLOCK_REASONS[reasonCode]))].join(', ');
  const day = firstFreeDay(blocks);
  const until = day === null ? 'bis zur Aufhebung' : `möglich ab ${formatGermanDate(day)}`;
  return { code: 'NO_BLOCK', met: false, text: `Gesperrt (${named}), ${until}.`, earliestDate: day };
}

/** In a provisional year only duties from notices notified before it are paid (vorläufige Haushaltsführung). */
function yearOpen({ year, yearState, notice, hasLegalGround }: PayoutFacts): PayoutGate {
  const begins = firstDayOf(year);
  const isOldDuty = notice.deemedNotifiedOn !== null && notice.deemedNotifiedOn < begins;
  const met = yearState === 'OPEN' || (yearState === 'PROVISIONAL' && (isOldDuty || hasLegalGround));
  if (met) return { code: 'YEAR_OPEN', met, text: `Haushaltsjahr ${year} ist geöffnet.`, earliestDate: null };
  if (yearState === 'PLANNED')
    return { code: 'YEAR_OPEN', met, text: `Haushaltsjahr ${year} ist noch nicht geöffnet.`, earliestDate: begins };
  const text =
    yearState === 'PROVISIONAL'
      ? `Haushaltsjahr ${year} ist vorläufig; ausgezahlt wird nur aus älteren Bescheiden.`
      : `Haushaltsjahr ${year} nimmt keine Auszahlungen an.`;
  return { code: 'YEAR_OPEN', met, text, earliestDate: null };
}

function withinTranche({ openCents, amountCents, year }: PayoutFacts): PayoutGate {
  const met = openCents > 0 && (amountCents ?? cents(1)) <= openCents;
  return {
    code: 'WITHIN_TRANCHE',
    met,
    text: `Von der Rate ${year} sind ${formatEuro(openCents)} offen.`,
    earliestDate: null,
  };
}
