import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import { Icon, type IconName } from '@wir/shared/ui';

interface Area {
  readonly name: string;
  readonly path: string;
  readonly icon: IconName;
  readonly permission: string;
}

const AREAS: readonly Area[] = [
  { name: 'applications', path: '/antraege', icon: 'application', permission: 'application.read' },
  { name: 'notices', path: '/bescheide', icon: 'notice', permission: 'notice.read' },
  { name: 'awards', path: '/zuwendungen', icon: 'flag', permission: 'award.read' },
  { name: 'disbursements', path: '/auszahlungen', icon: 'payout', permission: 'disbursement.read' },
  { name: 'budget', path: '/haushalt', icon: 'budget', permission: 'budget.read' },
  { name: 'audit', path: '/protokoll', icon: 'history', permission: 'audit.read' },
];

/** For those who read and check: nothing waits for them, so the page says what they can look at. */
@Component({
  selector: 'app-area-links',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './area-links.html',
  styleUrl: './area-links.scss',
})
export class AreaLinks {
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly areas = computed(() => AREAS.filter(({ permission }) => this.session.can(permission)));
}
