import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';

/** "Ändern" beside a part of the answers; says to screen readers which part. */
@Component({
  selector: 'app-change-link',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <a class="no-print" [routerLink]="['/antraege', applicationId(), 'bearbeiten', step()]">
      {{ t('applications.wizard.change') }}<span class="visually-hidden">: {{ part() }}</span>
    </a>
  `,
})
export class ChangeLink {
  protected readonly t = injectTexts();
  readonly applicationId = input.required<string>();
  readonly step = input.required<string>();
  readonly part = input.required<string>();
}
