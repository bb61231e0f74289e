import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  resource,
} from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { injectTexts } from '@wir/shared/console';
import { Control, Field } from '@wir/shared/ui';
import type { CaseFilter } from '../data/budget-client';
import { ProgrammeClient } from '../data/programme-client';

/** Narrows the cockpit to a municipality, a module or both. */
@Component({
  selector: 'app-case-filter-form',
  imports: [Control, Field, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-field [field]="form.applicantId" [label]="t('budget.bookings.applicant')">
      <select appControl [formField]="form.applicantId" (change)="choose()">
        <option value="">{{ t('budget.filter.all') }}</option>
        @for (municipality of municipalities(); track municipality.id) {
          <option [value]="municipality.id">{{ municipality.officialName }}</option>
        }
      </select>
    </app-field>
    <app-field [field]="form.moduleCode" [label]="t('budget.filter.module')">
      <select appControl [formField]="form.moduleCode" (change)="choose()">
        <option value="">{{ t('budget.filter.all') }}</option>
        @for (module of modules(); track module.code) {
          <option [value]="module.code">{{ module.title }}</option>
        }
      </select>
    </app-field>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.5rem 1rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
      max-width: 45rem;
    }
  `,
})
export class CaseFilterForm {
  private readonly client = inject(ProgrammeClient);
  protected readonly t = injectTexts();

  readonly filter = input.required<CaseFilter>();
  readonly chosen = output<CaseFilter>();

  private readonly knownMunicipalities = resource({ loader: ({ abortSignal }) => this.client.applicants(abortSignal) });
  private readonly knownModules = resource({ loader: ({ abortSignal }) => this.client.modules(abortSignal) });
  protected readonly municipalities = computed(() =>
    this.knownMunicipalities.hasValue() ? this.knownMunicipalities.value() : [],
  );
  protected readonly modules = computed(() => (this.knownModules.hasValue() ? this.knownModules.value() : []));

  private readonly draft = linkedSignal(() => ({
    applicantId: this.filter().applicantId ?? '',
    moduleCode: this.filter().moduleCode ?? '',
  }));
  protected readonly form = form(this.draft);

  protected choose(): void {
    const { applicantId, moduleCode } = this.draft();
    this.chosen.emit({ ...(applicantId ? { applicantId } : {}), ...(moduleCode ? { moduleCode } : {}) });
  }
}
