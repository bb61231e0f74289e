import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import type { TransferDto } from '@wir/shared/contract';

/** Why it was booked; a payment leads to all that stands behind it, for whoever may audit it. */
@Component({
  selector: 'app-booking-reason',
  imports: [RouterLink],
  host: { '[title]': "booking().reason ?? ''" },
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (traced(); as number) {
      <a [routerLink]="['/akten/zahlungen', number]"
        >{{ booking().reason ?? number
        }}<span class="visually-hidden">: {{ t('budget.bookings.trace', { number }) }}</span></a
      >
    } @else {
      {{ booking().reason ?? '–' }}
    }
  `,
  styles: `
    :host {
      display: block;
      position: relative;
      min-width: 8rem;
      overflow: hidden;
      text-overflow: ellipsis;
      contain: inline-size;
    }
  `,
})
export class BookingReason {
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  readonly booking = input.required<TransferDto>();
  protected readonly traced = computed(() => (this.session.can('payment.trace') ? this.booking().orderNumber : null));
}
