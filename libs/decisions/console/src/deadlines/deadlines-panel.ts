import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Session, injectTexts } from '@wir/shared/console';
import type { DeadlinesDto } from '@wir/shared/contract';
import { DayPipe, Icon } from '@wir/shared/ui';

/** The legal dates of a notice, and each step of how they were computed, with its source. */
@Component({
  selector: 'app-deadlines-panel',
  imports: [DayPipe, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './deadlines-panel.html',
  styleUrl: './deadlines-panel.scss',
})
export class DeadlinesPanel {
  private readonly session = inject(Session);
  protected readonly t = injectTexts();

  readonly deadlines = input.required<DeadlinesDto>();

  protected readonly results = computed(() => {
    const { deemedNotifiedOn, appealEndsOn, finalOn } = this.deadlines();
    const today = this.session.today();
    return [
      { label: 'decisions.deadlines.notified', day: deemedNotifiedOn, isPast: isPast(deemedNotifiedOn, today) },
      { label: 'decisions.deadlines.appealEnds', day: appealEndsOn, isPast: isPast(appealEndsOn, today) },
      { label: 'decisions.deadlines.final', day: finalOn, isPast: isPast(finalOn, today) },
    ];
  });
  protected readonly lines = computed(() =>
    this.deadlines().reasoning.map((line) => ({ ...line, isPast: isPast(line.date, this.session.today()) })),
  );
}

function isPast(day: string | null, today: string): boolean {
  return day !== null && day <= today;
}
