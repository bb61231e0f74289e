import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Texts, injectTexts } from '@wir/shared/console';
import type { BudgetTotalDto } from '@wir/shared/contract';
import { EuroPipe } from '@wir/shared/ui';
import { AS_OF_PARAM } from '../data/as-of';
import { amountOf, figureLabel, figureLink, type Figure } from '../look/figure';
import { millionEuro } from '../value/whole-euro';

const SHOWN: readonly Figure[] = ['appropriated', 'committed', 'paid', 'free'];

/** The answer in three seconds: four sums over all years, each the way to its bookings. */
@Component({
  selector: 'app-key-figures',
  imports: [EuroPipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (entry of entries(); track entry.figure) {
        <li [attr.data-figure]="entry.figure">
          <a [routerLink]="entry.link" [queryParams]="query()">
            <span class="label">{{ t(entry.label) }}</span>
            <span class="million">{{ entry.million }}</span>
            <span class="exact">{{ entry.cents | euro }}</span>
            @if (entry.share !== null) {
              <span class="bar" aria-hidden="true"><span [style.width.%]="entry.share"></span></span>
              <span class="exact">{{ t('budget.share', { percent: entry.percent }) }}</span>
            } @else {
              <span class="exact last">{{ t('budget.allYears', { from: years().from, to: years().to }) }}</span>
            }
          </a>
        </li>
      }
    </ul>
  `,
  styleUrl: './key-figures.scss',
})
export class KeyFigures {
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();

  readonly total = input.required<BudgetTotalDto>();
  readonly years = input.required<{ readonly from: number; readonly to: number }>();
  readonly day = input<string | null>(null);

  protected readonly query = computed(() => (this.day() === null ? {} : { [AS_OF_PARAM]: this.day() }));
  protected readonly entries = computed(() =>
    SHOWN.map((figure) => {
      const cents = amountOf(this.total(), figure);
      const share = this.shareOf(figure, cents);
      return {
        figure,
        cents,
        share,
        label: figureLabel(figure),
        link: figureLink('total', figure),
        million: millionEuro(cents, this.texts.language()),
        percent: Math.round(share ?? 0),
      };
    }),
  );

  private shareOf(figure: Figure, amountCents: number): number | null {
    const whole = this.total().appropriatedCents;
    if (figure === 'appropriated' || whole <= 0) return null;
    return Math.min(100, Math.max(0, (amountCents / whole) * 100));
  }
}
