export { DomainError, httpStatusOf, refuseProblems } from './domain-error';
export type { ErrorDetails, ErrorKind, Problem } from './domain-error';
export {
  add,
  cents,
  euros,
  isCents,
  maxCents,
  minCents,
  negate,
  proportion,
  share,
  splitOver,
  subtract,
  sum,
  ZERO_CENTS,
} from './cents';
export type { Cents, Rounding } from './cents';
export { formatEuro, formatEuroInput, parseEuro } from './euro-text';
export type { EuroLanguage, EuroParseCode, EuroParseResult } from './euro-text';
export {
  addDays,
  addMonths,
  compareDays,
  dayOf,
  daysBetween,
  daysInMonth,
  earlierOf,
  formatGermanDate,
  formatGermanDateLong,
  isLeapYear,
  laterOf,
  localDate,
  parseGermanDate,
  parseLocalDate,
  partsOf,
  weekdayName,
  weekdayOf,
} from './local-date';
export type { DayParts, LocalDate, Weekday } from './local-date';
export { berlinDay } from './berlin-day';
export { berlinMidnight } from './berlin-midnight';
export {
  firstDayOf,
  fiscalYear,
  fiscalYearOf,
  fiscalYearsOf,
  isFiscalYear,
  lastDayOf,
  monthsInYear,
} from './fiscal-year';
export type { FiscalYear } from './fiscal-year';
export { easterSunday, hessianHolidays, holidayName, isWorkingDay, nextWorkingDay } from './hessian-holidays';
export type { Holiday } from './hessian-holidays';
export { parameterAt } from './dated-parameter';
export type { DatedParameter } from './dated-parameter';
export { DEADLINE_PARAMETERS } from './deadline-parameters';
export type { DeadlineParameterName } from './deadline-parameters';
export { termOfMonths } from './appeal-term';
export type { ReasoningLine, Term } from './appeal-term';
export { computeDeadlines, NOTICE_CHANNELS } from './deadlines';
export type { DeadlineInput, Deadlines, NoticeChannel } from './deadlines';
export {
  actsOf,
  allowedFrom,
  availableActs,
  canMove,
  defineTransitions,
  mayEver,
  move,
  statesOf,
  transitionCells,
  transitionFaults,
} from './transitions';
export type { AvailableAct, Transition, TransitionTable } from './transitions';
export { csvLine, CsvNumber, csvText, formulaSafe } from './csv';
export type { CsvCell } from './csv';
