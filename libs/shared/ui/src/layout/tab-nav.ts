import { NgTemplateOutlet } from '@angular/common';
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
  /** A view of the same page: it sets these query parameters, and the page says which view is shown. */
  readonly view?: { readonly query: Readonly<Record<string, string | null>>; readonly active: boolean };
}

/** Tabs as links: they can be opened in a new window, shared and walked back. */
@Component({
  selector: 'app-tab-nav',
  imports: [NgTemplateOutlet, RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav [attr.aria-label]="label()">
      <ul>
        @for (tab of tabs(); track tab.label) {
          <li>
            @if (tab.view; as view) {
              <a
                [routerLink]="tab.path"
                [queryParams]="view.query"
                [state]="keepFocus"
                [class.active]="view.active"
                [attr.aria-current]="view.active ? 'page' : null"
              >
                <ng-container [ngTemplateOutlet]="words" [ngTemplateOutletContext]="{ $implicit: tab }" />
              </a>
            } @else {
              <a [routerLink]="tab.path" [state]="keepFocus" routerLinkActive="active" ariaCurrentWhenActive="page">
                <ng-container [ngTemplateOutlet]="words" [ngTemplateOutletContext]="{ $implicit: tab }" />
              </a>
            }
          </li>
        }
      </ul>
    </nav>
    <ng-template #words let-tab>
      {{ t(tab.label) }}
      @if (tab.count !== undefined) {
        <span class="count">{{ tab.count }}</span>
      }
    </ng-template>
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
