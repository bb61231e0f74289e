import { Injectable, inject } from '@angular/core';
import { Session } from '@wir/shared/console';
import type { ApplicationListItemDto, AwardDto } from '@wir/shared/contract';
import { detailState } from '@wir/shared/ui';
import { TaskClient } from '../data/task-client';

/** What a municipality sees below its tasks. */
export interface Overview {
  readonly applications: readonly ApplicationListItemDto[];
  readonly awards: readonly AwardDto[];
}

@Injectable()
export class StartStore {
  private readonly client = inject(TaskClient);
  private readonly session = inject(Session);

  readonly tasks = detailState(
    () => this.session.me()?.id,
    (_me, abort) => this.client.tasks(abort),
  );
  readonly overview = detailState(
    () => this.session.me()?.applicantId ?? undefined,
    (_applicant, abort) => this.load(abort),
  );

  private async load(abort: AbortSignal): Promise<Overview> {
    const [applications, awards] = await Promise.all([this.client.applications(abort), this.client.awards(abort)]);
    return { applications: applications.items, awards: awards.items };
  }
}
