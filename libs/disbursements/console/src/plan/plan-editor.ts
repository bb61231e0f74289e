import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { FormField, applyEach, form, required, validate, validateTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Texts, errorText, injectTexts } from '@wir/shared/console';
import type { TrancheDto } from '@wir/shared/contract';
import { DayField, ErrorSummary, EuroField, EuroPipe, Field, Icon, submitForm } from '@wir/shared/ui';
import { planFaults, yearSums, type InstalmentDraft } from './plan-rules';

/** The instalments year by year; each year says while typing what is missing of its tranche. */
@Component({
  selector: 'app-plan-editor',
  imports: [DayField, ErrorSummary, EuroField, EuroPipe, Field, FormField, Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-editor.html',
  styleUrl: './plan-editor.scss',
})
export class PlanEditor {
  private readonly texts = inject(Texts);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly t = injectTexts();

  readonly start = input.required<readonly InstalmentDraft[]>();
  /** The years that may be planned. */
  readonly tranches = input.required<readonly TrancheDto[]>();
  readonly save = input.required<(plan: readonly InstalmentDraft[]) => Promise<void>>();
  readonly closed = output<void>();

  protected readonly draft = linkedSignal(() => ({ instalments: [...this.start()] }));
  private readonly faults = computed(() => planFaults(this.draft().instalments, this.tranches()));
  protected readonly form = form(this.draft, (path) => {
    applyEach(path.instalments, (row) => {
      required(row.dueOn);
      required(row.amountCents, { error: { kind: 'euro.empty' } });
      validate(row.amountCents, ({ value }) =>
        value() !== null && (value() ?? 0) <= 0 ? { kind: 'disbursement.amount-not-positive' } : null,
      );
    });
    // Faults of the server's rules at their fields; a sum that differs belongs to the whole.
    validateTree(path.instalments, ({ fieldTree }) =>
      this.faults().map(({ path: at, code }) => {
        const [, index, name] = /^instalments\[(\d+)\]\.(\w+)$/.exec(at) ?? [];
        const row = index === undefined ? undefined : fieldTree[Number(index)];
        const target = row === undefined ? fieldTree : name === 'dueOn' ? row.dueOn : row.amountCents;
        return { kind: code, fieldTree: target };
      }),
    );
  });

  protected readonly years = computed(() =>
    yearSums(this.draft().instalments, this.tranches()).map((sum) => ({
      ...sum,
      rows: this.draft().instalments.flatMap((each, index) => (each.year === sum.year ? [index] : [])),
    })),
  );
  /** Said once, at the foot: what no single field is to blame for. */
  protected readonly order = computed(() =>
    this.faults().some(({ code }) => code === 'instalment.not-ascending')
      ? errorText('instalment.not-ascending', this.texts.language())
      : null,
  );

  protected readonly absolute = Math.abs;

  protected add(year: number): void {
    const left = this.years().find((each) => each.year === year)?.differenceCents ?? 0;
    const row: InstalmentDraft = { year, dueOn: null, amountCents: left > 0 ? left : null };
    this.draft.update(({ instalments }) => ({ instalments: [...instalments, row] }));
  }

  protected remove(index: number): void {
    this.draft.update(({ instalments }) => ({ instalments: instalments.filter((_row, at) => at !== index) }));
  }

  protected submit(): void {
    void submitForm(this.form, this.summary(), () => this.save()(this.draft().instalments));
  }
}
