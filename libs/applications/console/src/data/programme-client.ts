import { Injectable, inject } from '@angular/core';
import type { CallRules } from '@wir/applications/domain';
import { COMPONENT_CODES, type ComponentCap } from '@wir/programme/domain';
import { Api } from '@wir/shared/console';
import type { ApplicantDto, FundingCallDto, PageOf } from '@wir/shared/contract';
import { cents, localDate } from '@wir/shared/kernel';

/** Calls and municipalities change rarely: one request serves the visit. */
@Injectable({ providedIn: 'root' })
export class ProgrammeClient {
  private readonly api = inject(Api);
  private known: Promise<readonly FundingCallDto[]> | undefined;
  private municipalities: Promise<readonly ApplicantDto[]> | undefined;

  calls(): Promise<readonly FundingCallDto[]> {
    return (this.known ??= this.all<FundingCallDto>('/calls').catch((error: unknown) => {
      this.known = undefined;
      throw error;
    }));
  }

  applicants(): Promise<readonly ApplicantDto[]> {
    return (this.municipalities ??= this.all<ApplicantDto>('/applicants').catch((error: unknown) => {
      this.municipalities = undefined;
      throw error;
    }));
  }

  private async all<T>(path: string): Promise<readonly T[]> {
    return (await this.api.get<PageOf<T>>(path, { pageSize: 200 })).items;
  }
}

/** What the call demands, as the rules of the domain read it; null when the call does not know the module. */
export function callRules(call: FundingCallDto | undefined, moduleCode: string): CallRules | null {
  const module = call?.modules.find((candidate) => candidate.code === moduleCode);
  if (!call || !module) return null;
  const caps = COMPONENT_CODES.flatMap((component): ComponentCap[] => {
    const found = module.components.find(({ code }) => code === component);
    return found
      ? [{ component, capCentsPerUnitYear: cents(found.capCentsPerUnitYear), maxUnits: found.maxUnits }]
      : [];
  });
  return { period: { start: localDate(call.periodStart), end: localDate(call.periodEnd) }, caps };
}
