import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import { berlinDay, formatGermanDateLong, localDate } from '@wir/shared/kernel';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';
import { ClockPipe } from '../value/clock-pipe';

/** One entry: a whole sentence with the actor in it, and what changed. Values are shown as they are (format before). */
export interface TimelineEntry {
  readonly id: string | number;
  /** Moment (ISO, UTC). */
  readonly at: string;
  readonly icon: IconName;
  readonly tone?: 'neutral' | 'info' | 'done' | 'stop';
  readonly sentence: string;
  /** Role of the actor, channel, "in Vertretung" … */
  readonly detail?: string;
  readonly reason?: string | null;
  readonly changes?: readonly TimelineChange[];
  /** What the entry is about. */
  readonly link?: { readonly label: string; readonly path: readonly string[] } | null;
}

export interface TimelineChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

interface Day {
  readonly day: string;
  readonly entries: readonly TimelineEntry[];
}

/** What happened, newest first, grouped by day in Europe/Berlin; before and after on opening. */
@Component({
  selector: 'app-timeline',
  imports: [ClockPipe, Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './timeline.html',
  styleUrl: './timeline.scss',
})
export class Timeline {
  protected readonly t = injectTexts();
  readonly entries = input.required<readonly TimelineEntry[]>();

  protected readonly days = computed<Day[]>(() => {
    const days = new Map<string, TimelineEntry[]>();
    for (const entry of [...this.entries()].sort((a, b) => b.at.localeCompare(a.at))) {
      const day = berlinDay(new Date(entry.at));
      days.set(day, [...(days.get(day) ?? []), entry]);
    }
    return [...days].map(([day, entries]) => ({ day: formatGermanDateLong(localDate(day)), entries }));
  });
}
