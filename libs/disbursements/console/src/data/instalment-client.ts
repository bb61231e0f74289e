import { Injectable, inject } from '@angular/core';
import { Api } from '@wir/shared/console';
import type { ApplicationDto, InstalmentPlanDto, InstalmentsDto, ReportVacancyDto } from '@wir/shared/contract';

@Injectable({ providedIn: 'root' })
export class InstalmentClient {
  private readonly api = inject(Api);

  ofAward(awardId: string, abort?: AbortSignal): Promise<InstalmentsDto> {
    return this.api.get(`/awards/${awardId}/instalments`, {}, abort);
  }

  /** With the version of the award. */
  plan(awardId: string, plan: InstalmentPlanDto, version: number): Promise<InstalmentsDto> {
    return this.api.put(`/awards/${awardId}/instalments`, plan, version);
  }

  report(awardId: string, vacancy: ReportVacancyDto): Promise<InstalmentsDto> {
    return this.api.post(`/awards/${awardId}/vacancies`, vacancy, `vacancy.report.${awardId}`);
  }

  /** The financing plan the award was granted on: its posts can stand empty. */
  async financingPlan(applicationId: string, abort?: AbortSignal): Promise<ApplicationDto['years']> {
    return (await this.api.get<ApplicationDto>(`/applications/${applicationId}`, {}, abort)).years;
  }
}
