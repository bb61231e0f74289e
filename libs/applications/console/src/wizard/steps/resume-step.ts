import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Skeleton } from '@wir/shared/ui';
import { FILLABLE_STEPS } from '../draft/draft-steps';
import { WizardStore } from '../wizard-store';

/** Without a step in the address the form opens where work is left: "Weiter bei Schritt 4". */
@Component({
  selector: 'app-resume-step',
  imports: [Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<app-skeleton />`,
})
export class ResumeStep {
  constructor() {
    const store = inject(WizardStore);
    const router = inject(Router);
    effect(() => {
      if (!store.isReady()) return;
      const isOpen = (mark: string): boolean => mark !== 'done';
      const steps = store.editable() ? FILLABLE_STEPS : [];
      const next = steps.find((step) => isOpen(store.markOf(step))) ?? (store.editable() ? 'pruefen' : 'einreichen');
      void router.navigate(['/antraege', store.id(), 'bearbeiten', next], {
        replaceUrl: true,
      });
    });
  }
}
