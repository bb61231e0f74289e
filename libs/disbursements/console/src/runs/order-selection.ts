import { computed, signal, type Signal } from '@angular/core';
import type { PaymentOrderDto } from '@wir/shared/contract';

/** Which of the offered orders go into the run; what is no longer offered is no longer chosen. */
export class OrderSelection {
  private readonly left = signal<ReadonlySet<string>>(new Set());

  constructor(private readonly offered: Signal<readonly PaymentOrderDto[]>) {}

  /** All due orders are chosen at first: leaving one out is the exception. */
  readonly chosen = computed(() => this.offered().filter(({ id }) => !this.left().has(id)));
  readonly count = computed(() => this.chosen().length);
  readonly sumCents = computed(() => this.chosen().reduce((sum, { amountCents }) => sum + amountCents, 0));
  readonly isAll = computed(() => this.count() > 0 && this.count() === this.offered().length);
  readonly isSome = computed(() => this.count() > 0 && !this.isAll());

  has(id: string): boolean {
    return !this.left().has(id);
  }

  toggle(id: string): void {
    this.left.update((left) => {
      const next = new Set(left);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  toggleAll(): void {
    this.left.set(this.isAll() ? new Set(this.offered().map(({ id }) => id)) : new Set());
  }
}
