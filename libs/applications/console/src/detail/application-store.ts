import { Injectable, computed, inject, signal } from '@angular/core';
import type { ApplicationDto } from '@wir/shared/contract';
import { detailState, pageActions } from '@wir/shared/ui';
import { ApplicationClient } from '../data/application-client';
import { actionLooks } from '../look/application-look';

/** One case on its page; the tabs read it, every deed answers with its new state. */
@Injectable()
export class ApplicationStore {
  private readonly client = inject(ApplicationClient);

  readonly id = signal<string | undefined>(undefined);
  readonly application = detailState(this.id, (id, abort) => this.client.get(id, abort));
  readonly actions = computed(() => {
    const application = this.application.value();
    if (!application) return [];
    return pageActions(application.actions, actionLooks(application.state));
  });
  /** Counts the deeds, so that what depends on the case reads anew. */
  readonly revision = computed(() => this.application.value()?.version ?? 0);
  readonly openRequest = computed(() =>
    this.application.value()?.informationRequests.find(({ state }) => state === 'OPEN'),
  );

  allows(action: string): boolean {
    return this.application.value()?.actions.some((entry) => entry.action === action && entry.allowed) ?? false;
  }

  /** True when done; a refusal then stands above the content. */
  run(name: string, deed: (id: string) => Promise<ApplicationDto>): Promise<boolean> {
    return this.application.run(name, () => deed(this.id() ?? ''));
  }
}
