import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { injectTexts } from '@wir/shared/console';
import { ApplicationStore } from './application-store';
import { AttachmentList } from './attachment-list';

@Component({
  selector: 'app-attachments-tab',
  imports: [AttachmentList, MatButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (store.application.value(); as application) {
      <section class="panel">
        <h2>{{ t('applications.part.attachments') }}</h2>
        <app-attachment-list [applicationId]="application.id" [attachments]="application.attachments" />
        @if (store.allows('edit')) {
          <p class="button-row">
            <a matButton="outlined" [routerLink]="['/antraege', application.id, 'bearbeiten', 'anlagen']">
              {{ t('applications.attachments.change') }}
            </a>
          </p>
        }
      </section>
    }
  `,
  styles: `
    .button-row {
      margin: 1rem 0 0;
    }
  `,
})
export class AttachmentsTab {
  protected readonly store = inject(ApplicationStore);
  protected readonly t = injectTexts();
}
