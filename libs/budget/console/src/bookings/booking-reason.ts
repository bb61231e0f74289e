import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import type { TransferDto } from '@wir/shared/contract';

/** Why it was booked; a payment leads to all that stands behind it, for whoever may audit it. */
@Component({
  selector: 'app-booking-reason',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (traced(); as number) {
      @if (words(); as words) {
        {{ words }},
      }
      <a [routerLink]="['/akten/zahlungen', number]" [attr.aria-label]="t('budget.bookings.trace', { number })">{{
        number
      }}</a>
    } @else {
      {{ booking().reason ?? '–' }}
    }
  `,
})
export class BookingReason {
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  readonly booking = input.required<TransferDto>();
  protected readonly traced = computed(() => (this.session.can('payment.trace') ? this.booking().orderNumber : null));
  /** Without the number, which the link says. */
  protected readonly words = computed(() => {
    const { reason, orderNumber } = this.booking();
    return (reason ?? '')
      .replace(orderNumber ?? '', '')
      .replace(/^Anordnung\s*$/, '')
      .trim();
  });
}
