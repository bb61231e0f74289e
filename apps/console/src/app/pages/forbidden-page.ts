import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { roleLabel } from '@wir/identity/domain';
import { Session, injectTexts } from '@wir/shared/console';
import { PageHeader } from '@wir/shared/ui';

@Component({
  selector: 'app-forbidden-page',
  imports: [MatButton, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-header [heading]="t('shell.forbidden.title')" [lead]="t('shell.forbidden.text')" />
    @if (roles(); as roles) {
      <p>{{ t('shell.forbidden.roles', { roles }) }}</p>
    }
    <a matButton="filled" routerLink="/">{{ t('shell.toStart') }}</a>
  `,
})
export class ForbiddenPage {
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly roles = computed(() => (this.session.me()?.roles ?? []).map((role) => roleLabel(role)).join(', '));
}
