import { Pipe, PipeTransform, inject } from '@angular/core';
import { Texts } from '@wir/shared/console';
import { cents, formatEuro } from '@wir/shared/kernel';

/** Integer cents of the API as `1.234,50 €` with a true minus; nothing known shows as a dash. Not pure: it follows the language. */
@Pipe({ name: 'euro', pure: false })
export class EuroPipe implements PipeTransform {
  private readonly texts = inject(Texts);

  transform(amountCents: number | null | undefined): string {
    return amountCents === null || amountCents === undefined
      ? '–'
      : formatEuro(cents(amountCents), this.texts.language()).replace('-', '\u2212');
  }
}
