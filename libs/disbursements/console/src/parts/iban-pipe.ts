import { Pipe, type PipeTransform } from '@angular/core';
import { formatIban } from '@wir/disbursements/domain';

/** In groups of four, as on paper: people compare them group by group. */
@Pipe({ name: 'iban' })
export class IbanPipe implements PipeTransform {
  transform(iban: string | null | undefined): string {
    return iban ? formatIban(iban) : '–';
  }
}
