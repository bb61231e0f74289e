import { Injectable, computed, inject, linkedSignal, resource } from '@angular/core';
import { CHECK_GROUP_LABELS, type CheckGroup } from '@wir/applications/domain';
import { asApiProblem } from '@wir/shared/console';
import type { CheckDto } from '@wir/shared/contract';
import { ApplicationClient } from '../data/application-client';
import { ApplicationStore } from '../detail/application-store';

export interface GroupOfChecks {
  readonly group: CheckGroup;
  readonly checks: readonly CheckDto[];
  readonly answered: number;
}

const GROUPS = Object.keys(CHECK_GROUP_LABELS) as readonly CheckGroup[];

/** The questions of the review note and how far they are answered. */
@Injectable()
export class ReviewStore {
  private readonly client = inject(ApplicationClient);
  private readonly page = inject(ApplicationStore);

  private readonly list = resource({
    params: () => {
      const id = this.page.id();
      return id ? { id, state: this.page.application.value()?.state } : undefined;
    },
    loader: ({ params, abortSignal }) => this.client.checks(params.id, abortSignal),
  });
  readonly checks = linkedSignal<readonly CheckDto[] | undefined, readonly CheckDto[] | undefined>({
    source: () => (this.list.hasValue() ? this.list.value().items : undefined),
    computation: (loaded, previous) => loaded ?? previous?.value,
  });
  readonly problem = computed(() => {
    const error = this.list.error();
    return error ? asApiProblem(error.cause ?? error) : undefined;
  });
  readonly total = computed(() => this.checks()?.length ?? 0);
  readonly answered = computed(() => (this.checks() ?? []).filter(({ result }) => result !== null).length);
  readonly failed = computed(() => (this.checks() ?? []).filter(({ result }) => result === 'NO'));
  readonly groups = computed<GroupOfChecks[]>(() =>
    GROUPS.map((group) => {
      const checks = (this.checks() ?? []).filter((check) => check.group === group);
      return { group, checks, answered: checks.filter(({ result }) => result !== null).length };
    }).filter(({ checks }) => checks.length > 0),
  );

  reload(): void {
    this.list.reload();
  }

  /** The last answer opens the recommendation, so the rights of the page are read anew then. */
  take(saved: CheckDto): void {
    const before = this.answered();
    this.checks.update((checks) => checks?.map((check) => (check.code === saved.code ? saved : check)));
    if (before !== this.answered() && this.answered() === this.total()) this.page.application.reload();
  }
}
