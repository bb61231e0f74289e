import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Texts, errorText } from '@wir/shared/console';
import { Icon } from '@wir/shared/ui';
import { WizardStore } from './wizard-store';

/** Problems that belong to a part of the page and to no single field, such as a year that does not balance. */
@Component({
  selector: 'app-path-problems',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { tabindex: '-1', '[attr.data-path]': 'path()' },
  template: `
    @for (sentence of sentences(); track sentence) {
      <p><app-icon name="error" /> {{ sentence }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    p {
      display: flex;
      gap: 0.375rem;
      margin: 0.5rem 0 0;
      color: var(--kern-color-feedback-danger);
      font-weight: 500;
    }
    app-icon {
      margin-top: 0.125rem;
    }
  `,
})
export class PathProblems {
  private readonly store = inject(WizardStore);
  private readonly texts = inject(Texts);

  readonly path = input.required<string>();

  protected readonly sentences = computed(() => [
    ...new Set(
      this.store
        .problems()
        .filter(({ path }) => path === this.path())
        .map(({ code }) => errorText(code, this.texts.language())),
    ),
  ]);
}
