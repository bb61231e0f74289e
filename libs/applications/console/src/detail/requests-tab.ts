import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import { DeadlineBadge, MomentPipe, StatusChip, type StatusLook } from '@wir/shared/ui';
import { stepOfPath } from '../wizard/draft/draft-steps';
import { ApplicationStore } from './application-store';
import { fieldLabel, pathByYear } from './field-label';

const LOOKS: Readonly<Record<'OPEN' | 'ANSWERED', StatusLook>> = {
  OPEN: { tone: 'act', icon: 'question', label: 'applications.request.OPEN' },
  ANSWERED: { tone: 'done', icon: 'check', label: 'applications.request.ANSWERED' },
};

/** Tab "Nachforderungen": what was asked for, until when, and whether the answer is there. */
@Component({
  selector: 'app-requests-tab',
  imports: [DeadlineBadge, MatButton, MomentPipe, RouterLink, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './requests-tab.html',
  styleUrl: './requests-tab.scss',
})
export class RequestsTab {
  protected readonly store = inject(ApplicationStore);
  protected readonly t = injectTexts();
  protected readonly looks = LOOKS;
  protected readonly requests = computed(() =>
    [...(this.store.application.value()?.informationRequests ?? [])].sort((a, b) =>
      b.createdAt.localeCompare(a.createdAt),
    ),
  );

  protected label(path: string): string {
    return fieldLabel(path, this.store.application.value()?.years ?? [], this.t);
  }

  protected stepOf(path: string): string {
    return stepOfPath(path);
  }

  protected target(path: string): string {
    return pathByYear(path, this.store.application.value()?.years ?? []);
  }
}
