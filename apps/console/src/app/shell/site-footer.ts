import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import { DOCUMENTS } from '../pages/document.routes';
import { VERSION } from '../version';

@Component({
  selector: 'app-site-footer',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'contentinfo' },
  template: `
    <nav [attr.aria-label]="t('shell.footer')">
      <ul>
        @for (document of documents; track document.path) {
          <li>
            <a [routerLink]="'/' + document.path">{{ t(document.title) }}</a>
          </li>
        }
      </ul>
    </nav>
    <span class="version">{{ t('shell.version', { version }) }}</span>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.5rem;
      justify-content: space-between;
      padding: 0.75rem var(--app-gutter);
      font-size: 0.8125rem;
      border-top: 1px solid var(--app-line);
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.25rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    a {
      display: inline-block;
      min-height: 1.5rem;
      color: var(--app-muted);
      text-decoration: none;
    }
    a:hover {
      color: var(--app-action);
      text-decoration: underline;
    }
    .version {
      color: var(--app-muted);
    }
  `,
})
export class SiteFooter {
  protected readonly t = injectTexts();
  protected readonly version = VERSION;
  protected readonly documents = DOCUMENTS.filter(({ inFooter }) => inFooter);
}
