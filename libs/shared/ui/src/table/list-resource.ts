import { Signal, computed, linkedSignal, resource } from '@angular/core';
import { ApiProblem, Query, asApiProblem } from '@wir/shared/console';
import type { TableState } from './table-state';

/** A page of an API list. */
export interface ListPage<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** What a list page shows; the last rows stay while the next ones load. */
export interface ListResource<T, P extends ListPage<T> = ListPage<T>> {
  readonly page: Signal<P | undefined>;
  readonly rows: Signal<readonly T[]>;
  readonly total: Signal<number>;
  readonly loading: Signal<boolean>;
  readonly problem: Signal<ApiProblem | undefined>;
  reload(): void;
}

/** Loads whenever the address changes; a newer question cancels the older one. */
export function listResource<T, P extends ListPage<T>>(
  table: TableState,
  load: (query: Query, abort: AbortSignal) => Promise<P>,
): ListResource<T, P> {
  const source = resource({
    params: () => table.params(),
    loader: ({ params, abortSignal }) => load(params, abortSignal),
  });
  const page = linkedSignal<P | undefined, P | undefined>({
    source: () => (source.hasValue() ? source.value() : undefined),
    computation: (current, previous) => current ?? previous?.value,
  });
  return {
    page: page.asReadonly(),
    rows: computed(() => page()?.items ?? []),
    total: computed(() => page()?.total ?? 0),
    loading: source.isLoading,
    problem: computed(() => problemOf(source.error())),
    reload: () => void source.reload(),
  };
}

function problemOf(error: Error | undefined): ApiProblem | undefined {
  if (!error) return undefined;
  return asApiProblem(error.cause instanceof ApiProblem ? error.cause : error);
}
