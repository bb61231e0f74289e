import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import { PageTitle, Session, injectTexts } from '@wir/shared/console';
import { DayPipe, DeadlineBadge, DetailPage, EuroPipe, Fact, ProblemPanel, Skeleton, type Tab } from '@wir/shared/ui';
import { BlockBanner } from '../blocks/block-banner';
import { BlockStore } from '../blocks/block-store';
import { REQUEST_LOOKS } from '../look/disbursement-looks';
import { RequestActs } from './request-acts';
import { RequestStore } from './request-store';

/** One request: the head says where it stands and what comes next, the tabs hold the check and the trail. */
@Component({
  selector: 'app-request-page',
  imports: [
    BlockBanner,
    DayPipe,
    DeadlineBadge,
    DetailPage,
    EuroPipe,
    Fact,
    ProblemPanel,
    RouterLink,
    RouterOutlet,
    Skeleton,
  ],
  providers: [RequestStore, RequestActs, BlockStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './request-page.html',
})
export class RequestPage {
  private readonly acts = inject(RequestActs);
  private readonly blocks = inject(BlockStore);
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  protected readonly session = inject(Session);
  protected readonly store = inject(RequestStore);
  protected readonly t = injectTexts();
  protected readonly looks = REQUEST_LOOKS;

  readonly id = input.required<string>();

  protected readonly heading = computed(() =>
    this.t('disbursements.heading', { number: this.store.request.value()?.requestNumber ?? '' }),
  );
  protected readonly isOpen = computed(
    () => !['PAID', 'CANCELLED'].includes(this.store.request.value()?.state ?? 'CANCELLED'),
  );
  protected readonly tabs: readonly Tab[] = [
    { path: 'abruf', label: 'disbursements.tab.request' },
    { path: 'verlauf', label: 'disbursements.tab.history' },
  ];

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => this.blocks.awardId.set(this.store.request.value()?.awardId));
    effect(() => this.title.setSubject(this.store.request.value() ? this.heading() : null));
    inject(DestroyRef).onDestroy(() => this.title.setSubject(null));
  }

  protected act(action: string): void {
    if (action === 'check') void this.goToCheck();
    else void this.acts.do(action);
  }

  /** The check is a form on the page, not a question over it: what is checked stays in sight. */
  private async goToCheck(): Promise<void> {
    await this.router.navigate(['/auszahlungen', this.id(), 'abruf'], { state: { keepFocus: true } });
    const form = this.document.getElementById('check-form');
    form?.scrollIntoView({ block: 'center' });
    form?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
  }
}
