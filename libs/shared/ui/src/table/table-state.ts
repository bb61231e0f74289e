import { Signal, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { Query } from '@wir/shared/console';
import { TableOptions, TableQuery, isNarrowed, nextSort, parseTableQuery, toQueryParams } from './table-query';

/** Page, order, search and filters of one list, kept in the address: reload, share and Back give the same list. */
export interface TableState {
  readonly query: Signal<TableQuery>;
  /** The same as query parameters of the API. */
  readonly params: Signal<Query>;
  readonly isNarrowed: Signal<boolean>;
  setPage(page: number): void;
  setPageSize(pageSize: number): void;
  sortBy(key: string): void;
  search(text: string): void;
  filter(name: string, values: readonly string[]): void;
  clear(): void;
}

/** Call in a page's store (injection context of a routed component). */
export function injectTableState(options: TableOptions): TableState {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const address = toSignal(route.queryParamMap, { initialValue: route.snapshot.queryParamMap });
  const query = computed(() => parseTableQuery(address(), options), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });

  const write = (change: Partial<TableQuery>): void => {
    const next = { ...query(), page: 1, ...change };
    void router.navigate([], {
      relativeTo: route,
      queryParams: toQueryParams(next, options),
      queryParamsHandling: 'merge',
      state: { keepFocus: true },
    });
  };
  return {
    query,
    params: computed(() => {
      const { filters, ...rest } = query();
      return { ...rest, ...filters };
    }),
    isNarrowed: computed(() => isNarrowed(query())),
    setPage: (page) => write({ page }),
    setPageSize: (pageSize) => write({ pageSize }),
    sortBy: (key) => write({ sort: nextSort(query().sort, key) }),
    search: (text) => write({ search: text.trim() }),
    filter: (name, values) => write({ filters: { ...query().filters, [name]: values } }),
    clear: () => write({ search: '', filters: {} }),
  };
}
