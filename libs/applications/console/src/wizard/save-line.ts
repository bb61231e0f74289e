import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import { AutosaveLine, Icon } from '@wir/shared/ui';
import { WizardStore } from './wizard-store';

/** The state of saving; says so when a part waits on this device because the server stores it only when it holds. */
@Component({
  selector: 'app-save-line',
  imports: [AutosaveLine, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (isHeldBack()) {
      <p role="status"><app-icon name="info" /> {{ sentence() }}</p>
    } @else if (store.editable()) {
      <app-autosave-line [autosave]="store.autosave" (compare)="store.compare()" />
    }
  `,
  styles: `
    p {
      display: flex;
      gap: 0.375rem;
      align-items: flex-start;
      max-width: 36rem;
      margin: 0;
      color: var(--app-muted);
      font-size: 0.875rem;
    }
    app-icon {
      margin-top: 0.125rem;
      color: var(--kern-color-feedback-info);
    }
  `,
})
export class SaveLine {
  protected readonly store = inject(WizardStore);
  protected readonly t = injectTexts();

  /** A failure or a conflict is more urgent and shows its own bar. */
  protected readonly isHeldBack = computed(
    () =>
      (this.store.hasUnreadable() || this.store.heldBack().length > 0) &&
      !['failed', 'conflict'].includes(this.store.autosave.state()),
  );
  protected readonly sentence = computed(() => {
    if (this.store.hasUnreadable()) return this.t('applications.wizard.held.unreadable');
    const parts = this.store.heldBack();
    if (parts.length > 1) return this.t('applications.wizard.held.both');
    return this.t(parts[0] === 'period' ? 'applications.wizard.held.period' : 'applications.wizard.held.plan');
  });
}
