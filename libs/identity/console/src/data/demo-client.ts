import { Injectable, inject } from '@angular/core';
import type { DemoAccountDto } from '@wir/shared/contract';
import { Api } from '@wir/shared/console';

/** Routes that exist in demo mode only. */
@Injectable({ providedIn: 'root' })
export class DemoClient {
  private readonly api = inject(Api);

  /** Empty outside the demo: the route does not exist there. */
  async accounts(): Promise<readonly DemoAccountDto[]> {
    try {
      const { items } = await this.api.auth<{ items: DemoAccountDto[] }>('GET', '/demo/accounts');
      return items;
    } catch {
      return [];
    }
  }
}
