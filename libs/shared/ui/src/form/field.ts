import { ChangeDetectionStrategy, Component, Directive, computed, effect, inject, input } from '@angular/core';
import { Texts, injectTexts } from '@wir/shared/console';
import { Icon } from '../icon/icon';
import { AnyField } from './any-field';
import { fieldErrorText } from './field-error-text';
import { FieldLabels } from './field-labels';
import { PointerPress } from './pointer-press';

let nextId = 0;

/**
 * Label, hint and error around one control:
 * `<app-field [field]="form.title" [label]="t('…')"><input appControl [formField]="form.title" /></app-field>`
 */
@Component({
  selector: 'app-field',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.invalid]': 'error() !== null', '[class.grid]': 'inGrid()' },
  template: `
    <label [attr.for]="controlId" [class.visually-hidden]="inGrid()">
      {{ label() }}
      @if (optional()) {
        <span class="optional">({{ t('ui.form.optional') }})</span>
      }
    </label>
    @if (hint(); as hint) {
      <p class="hint" [id]="hintId">{{ hint }}</p>
    }
    @if (error(); as error) {
      <p class="error" [class.visually-hidden]="inGrid()" [id]="errorId">
        <app-icon name="error" /><span class="visually-hidden">{{ t('ui.form.error') }}:</span> {{ error }}
      </p>
    }
    <ng-content />
  `,
  styleUrl: './field.scss',
})
export class Field {
  private readonly texts = inject(Texts);
  private readonly labels = inject(FieldLabels);
  protected readonly t = injectTexts();

  readonly field = input.required<AnyField>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** In a cell the head of the column stands for the label, and the row shows its faults; screen readers get both here. */
  readonly inGrid = input(false);
  /** Most fields are required; the others say so. */
  readonly optional = input(false);

  readonly controlId = `field-${nextId++}`;
  protected readonly hintId = `${this.controlId}-hint`;
  protected readonly errorId = `${this.controlId}-error`;

  readonly error = inject(PointerPress).settled(
    computed(() => {
      const state = this.field()();
      const [first] = state.errors();
      return state.touched() && first ? fieldErrorText(first, this.texts.language()) : null;
    }),
  );
  readonly describedBy = computed(
    () => [this.hint() ? this.hintId : '', this.error() ? this.errorId : ''].filter(Boolean).join(' ') || null,
  );

  constructor() {
    effect(() => this.labels.set(this.field()(), this.label()));
  }
}

/** Marks the native control inside an `app-field`: ties label, hint and error to it. */
@Directive({
  selector: 'input[appControl], textarea[appControl], select[appControl]',
  host: {
    class: 'control',
    '[id]': 'field.controlId',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.error() ? "true" : null',
    '[attr.aria-required]': 'field.optional() ? null : "true"',
  },
})
export class Control {
  protected readonly field = inject(Field);
}
