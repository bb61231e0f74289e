import { Pipe, PipeTransform, inject } from '@angular/core';
import { Texts } from '@wir/shared/console';
import { clockTime } from './clock-time';

/** The time of a moment, `14:03 Uhr`, in Europe/Berlin. Not pure: it follows the language. */
@Pipe({ name: 'clock', pure: false })
export class ClockPipe implements PipeTransform {
  private readonly texts = inject(Texts);

  transform(value: string | Date): string {
    return clockTime(new Date(value), this.texts.language());
  }
}
