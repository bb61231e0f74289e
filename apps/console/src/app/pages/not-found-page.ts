import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import { PageHeader } from '@wir/shared/ui';

@Component({
  selector: 'app-not-found-page',
  imports: [MatButton, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-header [heading]="t('shell.notFound.title')" [lead]="t('shell.notFound.text')" />
    <a matButton="filled" routerLink="/">{{ t('shell.toStart') }}</a>
  `,
})
export class NotFoundPage {
  protected readonly t = injectTexts();
}
