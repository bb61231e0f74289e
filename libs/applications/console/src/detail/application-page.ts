import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { PageTitle, Session, injectTexts } from '@wir/shared/console';
import { DeadlineBadge, DetailPage, EuroPipe, Fact, Icon, ProblemPanel, Skeleton, type Tab } from '@wir/shared/ui';
import { APPLICATION_LOOKS } from '../look/application-look';
import { ApplicationActs } from './application-acts';
import { ApplicationStore } from './application-store';

/** One application: the head says where it stands and what comes next, the tabs hold the rest. */
@Component({
  selector: 'app-application-page',
  imports: [DeadlineBadge, DetailPage, EuroPipe, Fact, Icon, ProblemPanel, RouterLink, RouterOutlet, Skeleton],
  providers: [ApplicationStore, ApplicationActs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './application-page.html',
})
export class ApplicationPage {
  private readonly acts = inject(ApplicationActs);
  protected readonly session = inject(Session);
  private readonly title = inject(PageTitle);
  protected readonly store = inject(ApplicationStore);
  protected readonly t = injectTexts();
  protected readonly looks = APPLICATION_LOOKS;

  readonly id = input.required<string>();

  protected readonly heading = computed(() =>
    this.t('applications.heading', { number: this.store.application.value()?.caseNumber ?? '' }),
  );
  /** Recommendation and decision, as far as this person may see them. */
  protected readonly proposed = computed(() => this.store.application.value()?.recommendation?.proposedCents ?? null);
  protected readonly granted = computed(() => this.store.application.value()?.approvedCents ?? null);
  protected readonly tabs = computed<Tab[]>(() => {
    const application = this.store.application.value();
    if (!application) return [];
    const reading: Tab = { path: 'antrag', label: 'applications.tab.application' };
    const review: Tab = { path: 'pruefung', label: 'applications.tab.review' };
    return [
      ...(this.session.can('check.read') ? [review, reading] : [reading]),
      { path: 'anlagen', label: 'applications.tab.attachments', count: application.attachments.length },
      { path: 'nachforderungen', label: 'applications.tab.requests', count: application.informationRequests.length },
      { path: 'verlauf', label: 'applications.tab.history' },
    ];
  });

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => this.title.setSubject(this.store.application.value() ? this.heading() : null));
    inject(DestroyRef).onDestroy(() => this.title.setSubject(null));
  }

  protected act(action: string): void {
    void this.acts.do(action);
  }
}
