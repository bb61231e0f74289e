import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { MatIconButton } from '@angular/material/button';
import { Texts, injectTexts } from '@wir/shared/console';
import { cents, formatEuro } from '@wir/shared/kernel';
import { Control, EuroField, Field, Icon } from '@wir/shared/ui';
import { ALL_YEARS, MEASURE_FIELDS, type MeasureDraft, type MeasureField } from './measure-draft';
import { PercentField } from './percent-field';
import type { ScenarioChoices } from './scenario-choices';

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** One measure: only the fields its kind asks for, and what it does. */
@Component({
  selector: 'app-measure-fields',
  imports: [Control, EuroField, Field, FormField, Icon, MatIconButton, PercentField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './measure-fields.html',
  styleUrl: './measure-fields.scss',
})
export class MeasureFields {
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();
  protected readonly allYears = ALL_YEARS;
  protected readonly months = MONTHS;

  readonly measure = input.required<FieldTree<MeasureDraft>>();
  readonly number = input.required<number>();
  readonly choices = input.required<ScenarioChoices>();
  /** What the measure does, said in one line; null while it is not whole. */
  readonly effect = input<string | null>(null);
  /** Stays an assumption until a notice carries it out. */
  readonly isAssumption = input(false);
  readonly warnings = input<readonly string[]>([]);
  readonly removed = output<void>();

  protected readonly draft = computed(() => this.measure()().value());
  private readonly award = computed(() => this.choices().awards.find(({ id }) => id === this.draft().awardId));
  /** A promise of one award can only change in its own years. */
  protected readonly years = computed(() => {
    const { years } = this.choices();
    const award = MEASURE_FIELDS[this.draft().kind].includes('awardId') ? this.award() : undefined;
    return award ? years.filter(({ year }) => award.openCents.has(year)) : years;
  });
  protected readonly amountHint = computed(() => {
    const year = Number(this.draft().year);
    const open = this.award()?.openCents.get(year);
    if (open === undefined || !this.has('awardId')) return undefined;
    return this.t('budget.measure.open', { year, amount: formatEuro(cents(open), this.texts.language()) });
  });

  protected has(field: MeasureField): boolean {
    return MEASURE_FIELDS[this.draft().kind].includes(field);
  }
}
