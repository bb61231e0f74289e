import { Pipe, PipeTransform, inject } from '@angular/core';
import { Texts } from '@wir/shared/console';
import { clockTime } from './clock-time';
import { berlinDay, formatGermanDate } from '@wir/shared/kernel';

/** A moment (ISO, UTC) as `02.03.2026, 14:03 Uhr`, always in Europe/Berlin. Not pure: it follows the language. */
@Pipe({ name: 'moment', pure: false })
export class MomentPipe implements PipeTransform {
  private readonly texts = inject(Texts);

  transform(value: string | Date | null | undefined): string {
    if (!value) return '–';
    const moment = new Date(value);
    return `${formatGermanDate(berlinDay(moment))}, ${clockTime(moment, this.texts.language())}`;
  }
}
