import { computed, effect, inject, linkedSignal, resource, signal, type Signal } from '@angular/core';
import { asApiProblem, type ApiProblem } from '@wir/shared/console';
import type { BudgetActEffectDto, CreateBudgetActDto } from '@wir/shared/contract';
import { BudgetActClient } from '../data/budget-act-client';

/** Somebody who types is not asked for at every key. */
const PAUSE_MS = 300;

export interface ActPreview {
  /** The effects known last stay in sight while others are computed. */
  readonly effects: Signal<readonly BudgetActEffectDto[] | null>;
  readonly problem: Signal<ApiProblem | null>;
}

/** Before and after of what is asked for, a moment after it has stopped changing. Call in an injection context. */
export function actPreview(wanted: () => CreateBudgetActDto | null): ActPreview {
  const client = inject(BudgetActClient);
  const asked = signal<string | undefined>(undefined);
  effect((onCleanup) => {
    const act = wanted();
    const timer = setTimeout(() => asked.set(act === null ? undefined : JSON.stringify(act)), PAUSE_MS);
    onCleanup(() => clearTimeout(timer));
  });
  const answer = resource({
    params: () => asked(),
    loader: ({ params, abortSignal }) => client.preview(JSON.parse(params) as CreateBudgetActDto, abortSignal),
  });
  const effects = linkedSignal<
    { readonly isAsked: boolean; readonly loaded: readonly BudgetActEffectDto[] | null; readonly isLoading: boolean },
    readonly BudgetActEffectDto[] | null
  >({
    source: () => ({
      isAsked: asked() !== undefined,
      loaded: answer.hasValue() ? answer.value().effects : null,
      isLoading: answer.isLoading(),
    }),
    computation: ({ isAsked, loaded, isLoading }, previous) => {
      if (!isAsked) return null;
      return loaded ?? (isLoading ? (previous?.value ?? null) : null);
    },
  });
  return {
    effects: effects.asReadonly(),
    problem: computed(() => {
      const error = answer.error();
      return error ? asApiProblem(error.cause ?? error) : null;
    }),
  };
}
