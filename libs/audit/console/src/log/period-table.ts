import { computed, inject, type Signal } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { addDays, berlinMidnight, parseLocalDate } from '@wir/shared/kernel';
import { injectTableState, type TableState } from '@wir/shared/ui';
import type { Period } from './period-form';

export interface PeriodTable {
  readonly table: TableState;
  readonly period: Signal<Period>;
  show(period: Period): void;
}

/** A list in a period. The address names days, the API moments: the last day counts to its end. Call in a page. */
export function injectPeriodTable(defaultSort: string, filters: readonly string[]): PeriodTable {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const address = injectTableState({ defaultSort, filters: [...filters, 'from', 'to'] });
  const period = computed<Period>(() => {
    const { filters: set } = address.query();
    return { from: set['from']?.[0] ?? null, to: set['to']?.[0] ?? null };
  });
  const params = computed(() => {
    const [first, last] = [parseLocalDate(period().from ?? ''), parseLocalDate(period().to ?? '')];
    return {
      ...address.params(),
      from: first && berlinMidnight(first).toISOString(),
      to: last && berlinMidnight(addDays(last, 1)).toISOString(),
    };
  });
  return {
    table: { ...address, params },
    period,
    show: ({ from, to }) =>
      void router.navigate([], {
        relativeTo: route,
        queryParams: { from, to, page: null },
        queryParamsHandling: 'merge',
        state: { keepFocus: true },
      }),
  };
}
