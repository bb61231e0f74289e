import { Signal, computed, linkedSignal, resource, signal } from '@angular/core';
import { ApiProblem, asApiProblem } from '@wir/shared/console';

/** One object on a detail page: loading it, replacing it by a command's answer, doing one deed at a time. */
export interface DetailState<T> {
  readonly value: Signal<T | undefined>;
  readonly loading: Signal<boolean>;
  /** Loading failed; shows instead of the page. */
  readonly problem: Signal<ApiProblem | undefined>;
  /** Name of the deed that runs now. */
  readonly busy: Signal<string | null>;
  /** The last deed was refused; shows above the content. */
  readonly refusal: Signal<ApiProblem | null>;
  reload(): void;
  set(value: T): void;
  /** Runs a deed whose answer is the object's new state. A second one while it runs is ignored. True when done. */
  run(name: string, deed: () => Promise<T>): Promise<boolean>;
  clearRefusal(): void;
}

/** Call in a page's store; `id` undefined means not yet known. */
export function detailState<T>(
  id: () => string | undefined,
  load: (id: string, abort: AbortSignal) => Promise<T>,
): DetailState<T> {
  const source = resource({ params: () => id(), loader: ({ params, abortSignal }) => load(params, abortSignal) });
  const value = linkedSignal<{ id: string | undefined; loaded: T | undefined }, T | undefined>({
    source: () => ({ id: id(), loaded: source.hasValue() ? source.value() : undefined }),
    computation: (now, previous) =>
      now.loaded ?? (previous && previous.source.id === now.id ? previous.value : undefined),
  });
  const busy = signal<string | null>(null);
  const refusal = signal<ApiProblem | null>(null);

  const run = async (name: string, deed: () => Promise<T>): Promise<boolean> => {
    if (busy()) return false;
    busy.set(name);
    refusal.set(null);
    try {
      value.set(await deed());
      return true;
    } catch (error) {
      refusal.set(asApiProblem(error));
      return false;
    } finally {
      busy.set(null);
    }
  };
  return {
    value: value.asReadonly(),
    loading: source.isLoading,
    problem: computed(() => problemOf(source.error())),
    busy: busy.asReadonly(),
    refusal: refusal.asReadonly(),
    reload: () => void source.reload(),
    set: (next) => value.set(next),
    run,
    clearRefusal: () => refusal.set(null),
  };
}

function problemOf(error: Error | undefined): ApiProblem | undefined {
  if (!error) return undefined;
  return asApiProblem(error.cause instanceof ApiProblem ? error.cause : error);
}
