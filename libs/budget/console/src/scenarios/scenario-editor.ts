import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, viewChild } from '@angular/core';
import { FormField, applyEach, form, maxLength, validate, type SchemaPathTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MAX_MEASURES, MEASURE_KINDS, type MeasureKind, type ScenarioBasis } from '@wir/budget/domain';
import { Texts, injectTexts } from '@wir/shared/console';
import { Control, ErrorSummary, Field, Icon, submitForm } from '@wir/shared/ui';
import { faultOf, newMeasure, type MeasureDraft, type MeasureField } from './measure-draft';
import { MeasureFields } from './measure-fields';
import { choicesOf } from './scenario-choices';
import { ScenarioConsequences } from './scenario-consequences';
import { outcomeOf, type ScenarioDraft } from './scenario-draft';
import { ScenarioResultPanel } from './scenario-result-panel';
import { effectText, warningText } from './scenario-texts';

const WORDS = ['year', 'toYear', 'awardId', 'months', 'applicationId'] as const satisfies readonly MeasureField[];
const NUMBERS = ['basisPoints', 'personnelShareBasisPoints', 'amountCents'] as const satisfies readonly MeasureField[];

/** Measures left, what they would come to right, while they are typed. Nothing leaves the page before "Speichern". */
@Component({
  selector: 'app-scenario-editor',
  imports: [
    Control,
    ErrorSummary,
    Field,
    FormField,
    Icon,
    MatButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    MeasureFields,
    ScenarioConsequences,
    ScenarioResultPanel,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './scenario-editor.html',
  styleUrls: ['../budget-page.scss', './scenario-editor.scss'],
})
export class ScenarioEditor {
  private readonly texts = inject(Texts);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly t = injectTexts();
  protected readonly kinds = MEASURE_KINDS;

  readonly basis = input.required<ScenarioBasis>();
  /** As it is stored, or empty. */
  readonly stored = input.required<ScenarioDraft>();
  readonly save = input.required<(draft: ScenarioDraft) => Promise<void>>();

  protected readonly draft = linkedSignal<ScenarioDraft>(() => structuredClone(this.stored()));
  readonly unsaved = computed(() => JSON.stringify(this.draft()) !== JSON.stringify(this.stored()));
  protected readonly form = form(this.draft, (path) => {
    validate(path.name, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.name, 120);
    maxLength(path.note, 2000);
    applyEach(path.measures, (measure: SchemaPathTree<MeasureDraft>) => {
      for (const field of WORDS) validate(measure[field], ({ valueOf }) => faultOf(field, valueOf(measure)));
      for (const field of NUMBERS) validate(measure[field], ({ valueOf }) => faultOf(field, valueOf(measure)));
    });
  });

  protected readonly choices = computed(() => choicesOf(this.basis(), (state) => this.t(`budget.state.${state}`)));
  private readonly outcome = computed(() => outcomeOf(this.basis(), this.draft().measures));
  protected readonly result = computed(() => this.outcome().result);
  protected readonly mayAdd = computed(() => this.draft().measures.length < MAX_MEASURES);
  protected readonly said = computed(() =>
    this.outcome().measures.map(({ effect, warnings }) => ({
      effect: effect && effectText(effect, this.t, this.texts.language()),
      isAssumption: effect !== null && !effect.isBooked,
      warnings: warnings.map((warning) => warningText(warning, this.t, this.texts.language())),
    })),
  );

  protected add(kind: MeasureKind): void {
    this.draft.update((draft) => ({ ...draft, measures: [...draft.measures, newMeasure(kind)] }));
  }

  protected remove(place: number): void {
    this.draft.update((draft) => ({ ...draft, measures: draft.measures.filter((_, index) => index !== place) }));
  }

  /** True when everything typed is stored. */
  store(): Promise<boolean> {
    return submitForm(this.form, this.summary(), () => this.save()(this.draft()));
  }
}
