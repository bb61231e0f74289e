import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
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
    @if (session.me()) {
      <a matButton="filled" routerLink="/">{{ t('shell.toStart') }}</a>
    } @else {
      <p>{{ t('shell.forbidden.noRole') }}</p>
      <button matButton="filled" type="button" (click)="signOut()">{{ t('shell.signOut') }}</button>
    }
  `,
})
export class ForbiddenPage {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly t = injectTexts();
  protected readonly roles = computed(() => (this.session.me()?.roles ?? []).map((role) => roleLabel(role)).join(', '));

  /** Who holds no role sees no menu; the way out is here. */
  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/anmelden');
  }
}
