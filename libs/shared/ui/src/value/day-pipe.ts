import { Pipe, PipeTransform } from '@angular/core';
import { berlinDay, formatGermanDate, parseLocalDate } from '@wir/shared/kernel';

/** A day `YYYY-MM-DD` or the Berlin day of a moment as `dd.mm.yyyy`; nothing known shows as a dash. */
@Pipe({ name: 'day' })
export class DayPipe implements PipeTransform {
  transform(value: string | null | undefined): string {
    if (!value) return '–';
    const day = parseLocalDate(value);
    return formatGermanDate(day ?? berlinDay(new Date(value)));
  }
}
