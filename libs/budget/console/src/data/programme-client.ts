import { Injectable, inject } from '@angular/core';
import { Api } from '@wir/shared/console';
import type { ApplicantDto, CallModuleDto, FundingCallDto, PageOf } from '@wir/shared/contract';

const MOST = 200;

/** The choices of the filters. */
@Injectable({ providedIn: 'root' })
export class ProgrammeClient {
  private readonly api = inject(Api);

  async applicants(abort?: AbortSignal): Promise<readonly ApplicantDto[]> {
    const query = { pageSize: MOST, sort: 'officialName' };
    return (await this.api.get<PageOf<ApplicantDto>>('/applicants', query, abort)).items;
  }

  /** Of all calls, each once. */
  async modules(abort?: AbortSignal): Promise<readonly CallModuleDto[]> {
    const { items } = await this.api.get<PageOf<FundingCallDto>>('/calls', { pageSize: MOST }, abort);
    const byCode = new Map(items.flatMap(({ modules }) => modules.map((module) => [module.code, module] as const)));
    return [...byCode.values()];
  }
}
