import { ChangeDetectionStrategy, Component, ElementRef, afterRenderEffect, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTexts } from '@wir/shared/console';
import { Icon } from '@wir/shared/ui';
import { WizardStore } from './wizard-store';

/** "Zeile entfernt. Rückgängig": offered until something else is typed; takes the focus that the removed row had. */
@Component({
  selector: 'app-undo-bar',
  imports: [Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div role="status">
      @if (store.undo(); as undo) {
        <p>
          <span>{{ t(undo.label, undo.params) }}</span>
          <button #button matButton type="button" (click)="store.takeBack()">
            <app-icon name="undo" /> {{ t('applications.wizard.undo') }}
          </button>
        </p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.75rem;
      align-items: center;
      margin: 0.75rem 0 0;
      padding: 0.25rem 0.25rem 0.25rem 0.875rem;
      background: var(--app-selected);
      border-radius: var(--app-radius);
    }
  `,
})
export class UndoBar {
  private readonly button = viewChild<unknown, ElementRef<HTMLButtonElement>>('button', { read: ElementRef });
  protected readonly store = inject(WizardStore);
  protected readonly t = injectTexts();

  constructor() {
    afterRenderEffect(() => {
      this.store.undo();
      const button = this.button()?.nativeElement;
      if (button && (document.activeElement === null || document.activeElement === document.body)) button.focus();
    });
  }
}
