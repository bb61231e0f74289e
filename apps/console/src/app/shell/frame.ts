import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  viewChild,
} from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { Preferences, Session, injectTexts } from '@wir/shared/console';
import { OfflineBar, ProblemPanel } from '@wir/shared/ui';
import { FaultHandler } from '../errors/fault-handler';
import { Arrival } from './arrival';
import { DESTINATIONS } from './navigation';
import { Rail } from './rail';
import { SessionNotice } from './session-notice';
import { SiteFooter } from './site-footer';
import { TopBar } from './top-bar';

/** The frame around every page: skip link, top bar, rail, the page, footer. */
@Component({
  selector: 'app-frame',
  imports: [OfflineBar, ProblemPanel, Rail, RouterOutlet, SessionNotice, SiteFooter, TopBar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './frame.html',
  styleUrl: './frame.scss',
})
export class Frame {
  private readonly arrival = inject(Arrival);
  private readonly router = inject(Router);
  private readonly drawer = viewChild<ElementRef<HTMLDialogElement>>('drawer');
  protected readonly session = inject(Session);
  protected readonly preferences = inject(Preferences);
  protected readonly faults = inject(FaultHandler);
  protected readonly t = injectTexts();

  protected readonly destinations = computed(() =>
    this.session.me() && !this.session.mustEnrol()
      ? DESTINATIONS.filter(({ permissions }) => permissions.some((one) => this.session.can(one)))
      : [],
  );

  constructor() {
    this.arrival.watch(inject(DestroyRef));
    const root = inject(DOCUMENT).documentElement;
    effect(() => root.classList.toggle('comfortable', this.session.isApplicant()));
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.arrival.focusMain();
  }

  protected openDrawer(): void {
    this.drawer()?.nativeElement.showModal();
  }

  protected closeDrawer(): void {
    this.drawer()?.nativeElement.close();
  }

  protected reload(): void {
    this.faults.clear();
    location.assign(this.router.url);
  }
}
