import { addDays, dayOf, partsOf, weekdayOf, type LocalDate } from './local-date';

export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
}

/** Easter Sunday in the Gregorian calendar, after the anonymous algorithm of 1876 (Meeus/Jones/Butcher). */
export function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const total = epact + toSunday - 7 * late + 114;
  return dayOf(year, Math.floor(total / 31), (total % 31) + 1);
}

/** The ten public holidays of Hessen (§ 1 HFeiertagsG). 24 and 31 December are working days in law. */
export function hessianHolidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  return [
    { date: dayOf(year, 1, 1), name: 'Neujahr' },
    { date: addDays(easter, -2), name: 'Karfreitag' },
    { date: addDays(easter, 1), name: 'Ostermontag' },
    { date: dayOf(year, 5, 1), name: 'Tag der Arbeit' },
    { date: addDays(easter, 39), name: 'Christi Himmelfahrt' },
    { date: addDays(easter, 50), name: 'Pfingstmontag' },
    { date: addDays(easter, 60), name: 'Fronleichnam' },
    { date: dayOf(year, 10, 3), name: 'Tag der Deutschen Einheit' },
    { date: dayOf(year, 12, 25), name: '1. Weihnachtstag' },
    { date: dayOf(year, 12, 26), name: '2. Weihnachtstag' },
  ];
}

export function holidayName(day: LocalDate): string | null {
  return hessianHolidays(partsOf(day).year).find(({ date }) => date === day)?.name ?? null;
}

/** Neither Saturday, Sunday nor public holiday in Hessen (§ 193 BGB, § 31 Abs. 3 HVwVfG). */
export function isWorkingDay(day: LocalDate): boolean {
  return weekdayOf(day) < 6 && holidayName(day) === null;
}

/** The day itself when it is a working day, else the next one. */
export function nextWorkingDay(day: LocalDate): LocalDate {
  let candidate = day;
  while (!isWorkingDay(candidate)) candidate = addDays(candidate, 1);
  return candidate;
}
