import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import { Icon, PageHeader } from '@wir/shared/ui';
import { DESTINATIONS } from '../shell/navigation';

/** The way in until the task list takes its place: the areas this person may enter. */
@Component({
  selector: 'app-start-page',
  imports: [Icon, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-header [heading]="t('shell.start.title', { name: name() })" />
    <ul>
      @for (destination of destinations(); track destination.path) {
        <li>
          <a class="panel" [routerLink]="destination.path"
            ><app-icon [name]="destination.icon" /> {{ t(destination.label) }}</a
          >
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
      gap: 1rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    a {
      display: flex;
      gap: 0.75rem;
      align-items: center;
      font-weight: 500;
      text-decoration: none;
    }
    a:hover {
      border-color: var(--app-action);
    }
  `,
})
export class StartPage {
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly name = computed(() => this.session.me()?.applicantName ?? this.session.me()?.name ?? '');
  protected readonly destinations = computed(() =>
    DESTINATIONS.filter(({ path, permission }) => path !== '/' && this.session.can(permission)),
  );
}
