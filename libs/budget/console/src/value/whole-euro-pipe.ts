import { Pipe, PipeTransform, inject } from '@angular/core';
import { Texts } from '@wir/shared/console';
import { wholeEuro } from './whole-euro';

/** Not pure: it follows the language. */
@Pipe({ name: 'wholeEuro', pure: false })
export class WholeEuroPipe implements PipeTransform {
  private readonly texts = inject(Texts);

  transform(amountCents: number): string {
    return wholeEuro(amountCents, this.texts.language());
  }
}
