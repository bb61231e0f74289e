import { Injectable, inject } from '@angular/core';
import { Api } from '@wir/shared/console';
import type { ApplicationPageDto, AwardDto, PageOf, TaskListDto } from '@wir/shared/contract';

/** Enough for every municipality: a handful of cases each. */
const ALL = { pageSize: 200 };

@Injectable({ providedIn: 'root' })
export class TaskClient {
  private readonly api = inject(Api);

  tasks(abort?: AbortSignal): Promise<TaskListDto> {
    return this.api.get('/tasks', {}, abort);
  }

  /** The own cases of a municipality; row-level security leaves out all others. */
  applications(abort?: AbortSignal): Promise<ApplicationPageDto> {
    return this.api.get('/applications', ALL, abort);
  }

  awards(abort?: AbortSignal): Promise<PageOf<AwardDto>> {
    return this.api.get('/awards', ALL, abort);
  }
}
