import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import type { AwardDto } from '@wir/shared/contract';
import { EuroPipe } from '@wir/shared/ui';
import { moneyTotal, moneyYears } from './money-years';

/** States of the payment requests that a figure is made of, as the list filters them. */
const STATES = { underWay: 'SUBMITTED,CHECKED,ORDERED,EXPORTED', paid: 'PAID' } as const;

/** Granted, requested, paid and open per budget year, over all awards of the municipality. */
@Component({
  selector: 'app-money-table',
  imports: [EuroPipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './money-table.html',
  styleUrl: './money-table.scss',
})
export class MoneyTable {
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();

  readonly awards = input.required<readonly AwardDto[]>();

  protected readonly years = computed(() => moneyYears(this.awards()));
  protected readonly total = computed(() => moneyTotal(this.years()));

  /** Each figure leads to the requests that add up to it. */
  protected rows(figure: keyof typeof STATES, year: number): { readonly state: string; readonly year: number } {
    return { state: STATES[figure], year };
  }
}
