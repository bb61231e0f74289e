import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { injectTexts } from '@wir/shared/console';

/** A tab is a page of its own with its own address; `path` is relative to the route of the page that shows the tabs. */
export interface Tab {
  readonly path: string | readonly string[];
  /** Text key. */
  readonly label: string;
  /** A small figure behind the word, for example open checks. */
  readonly count?: number;
}

/** Tabs as links: they can be opened in a new window, shared and walked back. */
@Component({
  selector: 'app-tab-nav',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav [attr.aria-label]="label()">
      <ul>
        @for (tab of tabs(); track tab.label) {
          <li>
            <a [routerLink]="tab.path" [state]="keepFocus" routerLinkActive="active" ariaCurrentWhenActive="page">
              {{ t(tab.label) }}
              @if (tab.count !== undefined) {
                <span class="count">{{ tab.count }}</span>
              }
            </a>
          </li>
        }
      </ul>
    </nav>
  `,
  styleUrl: './tab-nav.scss',
})
export class TabNav {
  readonly tabs = input.required<readonly Tab[]>();
  readonly label = input.required<string>();
  protected readonly t = injectTexts();
  /** The shell leaves focus and scroll alone when only the tab changes. */
  protected readonly keepFocus = { keepFocus: true };
}
