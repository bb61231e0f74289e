import { Injectable, inject } from '@angular/core';
import { API_BASE, Api, type Query } from '@wir/shared/console';
import type {
  ApplicationDto,
  ApplicationPageDto,
  BudgetDto,
  CheckDto,
  CheckListDto,
  HistoryDto,
  InformationRequestDto,
  PlanYearDto,
  ProposedYearDto,
} from '@wir/shared/contract';

/** What a PATCH may change; anything left out stays as it is. */
export type ApplicationChange = Partial<
  Pick<
    ApplicationDto,
    'title' | 'purpose' | 'periodStart' | 'periodEnd' | 'contactName' | 'contactEmail' | 'declarations'
  >
>;
export type CheckAnswerBody = Pick<CheckDto, 'note'> & { readonly result: NonNullable<CheckDto['result']> };
export type DecisionBody = Pick<NonNullable<ApplicationDto['decision']>, 'outcome' | 'reasons'>;
export type InformationRequestBody = Pick<InformationRequestDto, 'items' | 'dueDate'>;

/** Steps of the case that need no or only a short body; the last part of their address. */
export type CaseStep =
  'signature-request' | 'signature-return' | 'submission' | 'withdrawal' | 'completeness' | 'budget-confirmation';

@Injectable({ providedIn: 'root' })
export class ApplicationClient {
  private readonly api = inject(Api);

  list(query: Query, abort?: AbortSignal): Promise<ApplicationPageDto> {
    return this.api.get('/applications', query, abort);
  }

  get(id: string, abort?: AbortSignal): Promise<ApplicationDto> {
    return this.api.get(`/applications/${id}`, {}, abort);
  }

  create(callCode: string, moduleCode: string): Promise<ApplicationDto> {
    return this.api.post('/applications', { callCode, moduleCode }, 'application.create');
  }

  update(id: string, change: ApplicationChange, version: number): Promise<ApplicationDto> {
    return this.api.patch(`/applications/${id}`, change, version);
  }

  savePlan(id: string, years: readonly PlanYearDto[], version: number): Promise<ApplicationDto> {
    return this.api.put(`/applications/${id}/financing-plan`, { years }, version);
  }

  removeAttachment(id: string, attachmentId: string, version: number): Promise<unknown> {
    return this.api.delete(`/applications/${id}/attachments/${attachmentId}`, version);
  }

  step(id: string, step: CaseStep, reason?: string): Promise<ApplicationDto> {
    return this.api.post(`/applications/${id}/${step}`, reason ? { reason } : {}, `application.${step}.${id}`);
  }

  requestInformation(id: string, body: InformationRequestBody): Promise<ApplicationDto> {
    return this.api.post(`/applications/${id}/information-requests`, body, `application.request.${id}`);
  }

  recommend(id: string, years: readonly ProposedYearDto[], reasons: string): Promise<ApplicationDto> {
    return this.api.post(`/applications/${id}/recommendation`, { years, reasons }, `application.recommend.${id}`);
  }

  decide(id: string, body: DecisionBody): Promise<ApplicationDto> {
    return this.api.post(`/applications/${id}/decision`, body, `application.decide.${id}`);
  }

  checks(id: string, abort?: AbortSignal): Promise<CheckListDto> {
    return this.api.get(`/applications/${id}/checks`, {}, abort);
  }

  answerCheck(id: string, code: string, body: CheckAnswerBody, version: number): Promise<CheckDto> {
    return this.api.put(`/applications/${id}/checks/${code}`, body, version);
  }

  history(id: string, abort?: AbortSignal): Promise<HistoryDto> {
    return this.api.get(`/applications/${id}/history`, {}, abort);
  }

  /** The figures that the recommendation would change. */
  budget(abort?: AbortSignal): Promise<BudgetDto> {
    return this.api.get('/budget', {}, abort);
  }
}

/** A plain link, so that it opens in a new window and works with every download manager. */
export function attachmentAddress(applicationId: string, attachmentId: string): string {
  return `${API_BASE}/applications/${applicationId}/attachments/${attachmentId}/content`;
}
