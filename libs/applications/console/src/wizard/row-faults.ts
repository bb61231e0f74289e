import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Texts } from '@wir/shared/console';
import { Icon, fieldErrorText } from '@wir/shared/ui';
import type { ValidationError } from '@angular/forms/signals';

/** A cell of a grid: the word of its column, and its field. */
export interface RowCell {
  readonly label: string;
  readonly field: () => { touched(): boolean; errors(): readonly ValidationError[] };
}

/** Faults of a row of a grid in full width; screen readers hear them at their fields. */
@Component({
  selector: 'app-row-faults',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true' },
  template: `
    @for (fault of faults(); track fault.label) {
      <p>
        <app-icon name="error" /> <span>{{ fault.label }}: {{ fault.sentence }}</span>
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      gap: 0.375rem;
      margin: 0;
      color: var(--kern-color-feedback-danger);
      font-weight: 500;
    }
    app-icon {
      margin-top: 0.125rem;
    }
  `,
})
export class RowFaults {
  private readonly texts = inject(Texts);
  readonly cells = input.required<readonly RowCell[]>();

  protected readonly faults = computed(() => faultsOf(this.cells(), this.texts.language()));
}

export function hasFaults(cells: readonly RowCell[]): boolean {
  return cells.some(({ field }) => field().touched() && field().errors().length > 0);
}

function faultsOf(cells: readonly RowCell[], language: 'de' | 'en'): { label: string; sentence: string }[] {
  return cells.flatMap(({ label, field }) => {
    const [first] = field().errors();
    return field().touched() && first ? [{ label, sentence: fieldErrorText(first, language) }] : [];
  });
}
