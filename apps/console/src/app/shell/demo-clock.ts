import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Api, Session, Texts, injectTexts } from '@wir/shared/console';
import { addMonths, berlinDay, daysBetween } from '@wir/shared/kernel';
import { Icon, MomentPipe } from '@wir/shared/ui';

type Step = 'day' | 'week' | 'month';
const DAY_MS = 86_400_000;

/** The banner "Demodaten" with the portal's clock, which the demo may move forward so that terms pass. */
@Component({
  selector: 'app-demo-clock',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, MomentPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demo-clock.html',
  styleUrl: './demo-clock.scss',
})
export class DemoClock {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();
  protected readonly steps: readonly { id: Step; label: string }[] = [
    { id: 'day', label: 'shell.demo.day' },
    { id: 'week', label: 'shell.demo.week' },
    { id: 'month', label: 'shell.demo.month' },
  ];

  protected readonly busy = signal(false);
  private readonly tick = signal(0);
  protected readonly now = computed(() => {
    this.tick();
    this.session.me();
    return this.session.now();
  });
  protected readonly weekday = computed(() =>
    this.now().toLocaleDateString(this.texts.language(), { weekday: 'short', timeZone: 'Europe/Berlin' }),
  );

  constructor() {
    const timer = setInterval(() => this.tick.update((count) => count + 1), 20_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected async forward(step: Step): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const now = this.session.now();
    const today = berlinDay(now);
    const days = step === 'month' ? daysBetween(today, addMonths(today, 1)) : step === 'week' ? 7 : 1;
    try {
      // Everything on the page may have changed with the day, jobs that became due have run: start afresh.
      await this.api.putPlain('/demo/clock', { now: new Date(now.getTime() + days * DAY_MS).toISOString() });
      location.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
