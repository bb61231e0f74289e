import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Session, injectTexts } from '@wir/shared/console';
import { daysBetween, formatGermanDate, parseLocalDate } from '@wir/shared/kernel';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** A due day with the days left, counted by the portal's clock in Europe/Berlin. */
@Component({
  selector: 'app-deadline-badge',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-urgency]': 'urgency()' },
  template: `
    @if (day(); as day) {
      <app-icon [name]="icon()" />
      @if (until()) {
        <span class="day">{{ t('ui.deadline.until', { day: formatted() }) }}</span>&ngsp;
        <span class="rest">({{ rest() }})</span>
      } @else {
        <span class="day">{{ formatted() }}</span>&ngsp;
        <span class="rest">{{ rest() }}</span>
      }
    } @else {
      <span class="rest">–</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: baseline;
      gap: 0.375rem;
      white-space: nowrap;
    }
    app-icon {
      align-self: center;
      color: var(--app-muted);
    }
    .rest {
      color: var(--app-muted);
      font-size: 0.8125rem;
    }
    :host([data-urgency='soon']) :is(app-icon, .rest) {
      color: var(--kern-color-feedback-warning);
      font-weight: 500;
    }
    :host([data-urgency='over']) :is(app-icon, .rest, .day) {
      color: var(--kern-color-feedback-danger);
      font-weight: 500;
    }
  `,
})
export class DeadlineBadge {
  private readonly session = inject(Session);
  protected readonly t = injectTexts();

  /** `YYYY-MM-DD`, or null where no day is set. */
  readonly date = input.required<string | null>();
  /** Counted from here; the portal's today unless given. */
  readonly today = input<string>();
  /** As part of a sentence: "bis 05.06.2026 (noch 12 Tage)". */
  readonly until = input(false);

  protected readonly day = computed(() => parseLocalDate(this.date() ?? ''));
  protected readonly formatted = computed(() => {
    const day = this.day();
    return day ? formatGermanDate(day) : '';
  });
  private readonly daysLeft = computed(() => {
    const day = this.day();
    const today = parseLocalDate(this.today() ?? this.session.today());
    return day && today ? daysBetween(today, day) : null;
  });
  protected readonly urgency = computed(() => {
    const left = this.daysLeft();
    if (left === null) return 'none';
    if (left < 0) return 'over';
    return left <= 7 ? 'soon' : 'calm';
  });
  protected readonly icon = computed<IconName>(() =>
    this.urgency() === 'over' ? 'error' : this.urgency() === 'soon' ? 'alert' : 'clock',
  );
  protected readonly rest = computed(() => {
    const left = this.daysLeft();
    if (left === null) return '';
    if (left === 0) return this.t('ui.deadline.today');
    if (left === 1) return this.t('ui.deadline.tomorrow');
    if (left === -1) return this.t('ui.deadline.yesterday');
    return left > 0 ? this.t('ui.deadline.left', { days: left }) : this.t('ui.deadline.over', { days: -left });
  });
}
