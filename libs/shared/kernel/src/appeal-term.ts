import { hessianHolidays, nextWorkingDay } from './hessian-holidays';
import {
  addMonths,
  formatGermanDate,
  formatGermanDateLong,
  partsOf,
  weekdayName,
  weekdayOf,
  type LocalDate,
} from './local-date';

/** One step of a computation, as it is shown to people and kept with the case. */
export interface ReasoningLine {
  readonly date: LocalDate;
  readonly text: string;
  readonly source: string;
}

export interface Term {
  readonly endsOn: LocalDate;
  readonly reasoning: readonly ReasoningLine[];
}

/**
 * A term of whole months from an event: the day of the event does not count (§ 187 Abs. 1 BGB), it ends on the same day
 * number (§ 188 Abs. 2, 3 BGB), and on the next working day when that is none (§ 193 BGB through § 222 Abs. 2 ZPO).
 */
export function termOfMonths(event: LocalDate, months: number, title: string, source: string): Term {
  const nominal = addMonths(event, months);
  const endsOn = nextWorkingDay(nominal);
  const isShortMonth = partsOf(nominal).day !== partsOf(event).day;
  const shortMonth = isShortMonth
    ? ` Der Monat hat keinen ${partsOf(event).day}., daher gilt sein letzter Tag (§ 188 Abs. 3 BGB).`
    : '';
  const reasoning: ReasoningLine[] = [
    {
      date: nominal,
      text: `${title}: Der Tag der Bekanntgabe zählt nicht mit; rechnerisches Ende ist ${formatGermanDateLong(nominal)}.${shortMonth}`,
      source: `${source}, §§ 187 Abs. 1, 188 Abs. 2 BGB`,
    },
  ];
  if (endsOn !== nominal) {
    reasoning.push({
      date: endsOn,
      text: `${formatGermanDate(nominal)} ist ${whyNoWorkingDay(nominal)}. Die Frist endet am nächsten Werktag, ${formatGermanDateLong(endsOn)}.`,
      source: '§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO, § 193 BGB',
    });
  }
  return { endsOn, reasoning };
}

/** `ein Feiertag (Karfreitag)`, `ein Sonntag`. */
export function whyNoWorkingDay(day: LocalDate): string {
  const holiday = hessianHolidays(partsOf(day).year).find(({ date }) => date === day);
  if (holiday) return `ein Feiertag (${holiday.name})`;
  return weekdayOf(day) >= 6 ? `ein ${weekdayName(day)}` : 'ein Werktag';
}
