import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { PageTitle, Session, injectTexts } from '@wir/shared/console';
import {
  DayPipe,
  DetailPage,
  EuroPipe,
  Fact,
  ProblemPanel,
  Skeleton,
  StepBar,
  pageActions,
  type ActionLooks,
  type Tab,
} from '@wir/shared/ui';
import { noticeSteps } from '../deadlines/notice-steps';
import { NoticeDraft } from '../draft/notice-draft';
import { NOTICE_LOOKS } from '../look/notice-looks';
import { PreviewStore } from '../preview/preview-store';
import { FocusKeeper } from './focus-keeper';
import { NoticeActs } from './notice-acts';
import { NoticeDialogs } from './notice-dialogs';
import { NoticeStore } from './notice-store';

/** In the order of importance; what ends or sends back never offers itself as the next step. */
const ACTIONS: ActionLooks = {
  cosign: { label: 'decisions.act.cosign', icon: 'sign' },
  sign: { label: 'decisions.act.sign', icon: 'sign' },
  dispatch: { label: 'decisions.act.dispatch', icon: 'send' },
  retrieve: { label: 'decisions.act.retrieve', icon: 'letter' },
  return: { label: 'decisions.act.return', icon: 'undo', secondary: true },
  void: { label: 'decisions.act.void', icon: 'cancel', secondary: true },
  waiveAppeal: { label: 'decisions.act.waiveAppeal', icon: 'scale', secondary: true },
};

/** One notice: the head says where it stands and what comes next; content and terms have pages of their own. */
@Component({
  selector: 'app-notice-page',
  imports: [DayPipe, DetailPage, EuroPipe, Fact, ProblemPanel, RouterLink, RouterOutlet, Skeleton, StepBar],
  providers: [NoticeStore, PreviewStore, NoticeDraft, NoticeDialogs, FocusKeeper, NoticeActs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './notice-page.html',
  styleUrl: './notice-page.scss',
})
export class NoticePage {
  private readonly acts = inject(NoticeActs);
  private readonly title = inject(PageTitle);
  protected readonly session = inject(Session);
  protected readonly store = inject(NoticeStore);
  protected readonly t = injectTexts();
  protected readonly looks = NOTICE_LOOKS;

  readonly id = input.required<string>();

  protected readonly heading = computed(() =>
    this.t('decisions.heading', { number: this.store.notice.value()?.noticeNumber ?? '' }),
  );
  protected readonly actions = computed(() => pageActions(this.store.notice.value()?.actions ?? [], ACTIONS));
  protected readonly tabs: readonly Tab[] = [
    { path: 'inhalt', label: 'decisions.tab.content' },
    { path: 'fristen', label: 'decisions.tab.deadlines' },
  ];
  protected readonly steps = computed(() => {
    const notice = this.store.notice.value();
    return notice ? noticeSteps(notice, this.session.isApplicant(), this.t) : [];
  });

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => this.title.setSubject(this.store.notice.value() ? this.heading() : null));
    inject(DestroyRef).onDestroy(() => this.title.setSubject(null));
  }

  protected act(action: string): void {
    void this.acts.do(action);
  }
}
