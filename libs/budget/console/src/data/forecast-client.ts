import { Injectable, inject } from '@angular/core';
import { Api } from '@wir/shared/console';
import type { ForecastDto } from '@wir/shared/contract';
import type { CaseFilter } from './budget-client';

@Injectable({ providedIn: 'root' })
export class ForecastClient {
  private readonly api = inject(Api);

  /** Expected outflow of now, by budget year and month. */
  forecast(filter: CaseFilter, abort?: AbortSignal): Promise<ForecastDto> {
    return this.api.get('/budget/forecast', { ...filter }, abort);
  }
}
