import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { ApiProblem, Texts, errorText, injectTexts, problemText } from '@wir/shared/console';
import { Icon } from '../icon/icon';
import type { AnyField } from './any-field';
import { FieldLabels } from './field-labels';
import { fieldErrorText } from './field-error-text';

interface Entry {
  readonly text: string;
  readonly label: string | undefined;
  readonly error: ValidationError.WithFieldTree;
  readonly reachable: boolean;
}

/**
 * All faults of a form on top of it, each a link to its field. Shown and focused by `show()` after a failed attempt
 * (`submitForm` calls it); entries go away one by one as the fields are corrected.
 */
@Component({
  selector: 'app-error-summary',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './error-summary.html',
  styleUrl: './error-summary.scss',
})
export class ErrorSummary {
  private readonly texts = inject(Texts);
  private readonly labels = inject(FieldLabels);
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');
  protected readonly t = injectTexts();

  readonly form = input.required<AnyField>();

  private readonly attempted = signal(false);
  private readonly problem = signal<ApiProblem | null>(null);
  protected readonly entries = computed<Entry[]>(() =>
    this.form()()
      .errorSummary()
      .filter((error, index, all) => all.findIndex((other) => other.fieldTree === error.fieldTree) === index)
      .map((error) => this.entry(error)),
  );
  protected readonly general = computed(() => {
    const problem = this.problem();
    if (!problem) return [];
    const language = this.texts.language();
    return [
      problemText(problem, language),
      ...problem.errors.map((error) => errorText(error.code, language, problem.members)),
    ];
  });
  protected readonly requestId = computed(() => this.problem()?.requestId ?? '');
  protected readonly visible = computed(
    () => this.attempted() && (this.entries().length > 0 || this.general().length > 0),
  );

  /** Shows the faults, and a refusal that belongs to no field, and moves the focus onto them. */
  show(problem: ApiProblem | null = null): void {
    this.problem.set(problem);
    this.attempted.set(true);
    setTimeout(() => this.box()?.nativeElement.focus());
  }

  hide(): void {
    this.problem.set(null);
    this.attempted.set(false);
  }

  protected jump(event: Event, entry: Entry): void {
    event.preventDefault();
    entry.error.fieldTree().focusBoundControl();
  }

  private entry(error: ValidationError.WithFieldTree): Entry {
    const state = error.fieldTree();
    return {
      error,
      label: this.labels.of(state)?.replace(/[.:?]$/, ''),
      text: fieldErrorText(error, this.texts.language()),
      reachable: state.formFieldBindings().length > 0,
    };
  }
}
