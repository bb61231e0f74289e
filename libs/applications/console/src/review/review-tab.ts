import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  linkedSignal,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute } from '@angular/router';
import { hasReservation } from '@wir/applications/domain';
import { Texts, errorText, injectTexts } from '@wir/shared/console';
import type { ApplicationDto } from '@wir/shared/contract';
import { EuroPipe, Icon, NoticeBox, ProblemPanel, Skeleton, type PageAction } from '@wir/shared/ui';
import { ApplicationActs } from '../detail/application-acts';
import { ApplicationReading } from '../detail/application-reading';
import { ApplicationStore } from '../detail/application-store';
import { DecisionBox } from '../detail/decision-box';
import { BudgetEffect } from './budget-effect';
import { CheckLine } from './check-line';
import { RecommendationForm } from './recommendation-form';
import { ReviewStore } from './review-store';
import { SplitPanels } from './split-panels';

/** The decision workbench: the application on the left; checks, recommendation, budget effect and next step on the right. */
@Component({
  selector: 'app-review-tab',
  imports: [
    ApplicationReading,
    BudgetEffect,
    CheckLine,
    DecisionBox,
    EuroPipe,
    Icon,
    MatButton,
    NoticeBox,
    ProblemPanel,
    RecommendationForm,
    Skeleton,
    SplitPanels,
  ],
  providers: [ReviewStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './review-tab.html',
  styleUrl: './review-tab.scss',
})
export class ReviewTab {
  private readonly acts = inject(ApplicationActs);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly texts = inject(Texts);
  protected readonly store = inject(ApplicationStore);
  protected readonly review = inject(ReviewStore);
  protected readonly t = injectTexts();

  private readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });
  protected readonly application = this.store.application.value;
  protected readonly editable = computed(() => this.store.allows('answerChecks'));
  protected readonly isUnderReview = computed(() => this.application()?.state === 'UNDER_REVIEW');
  protected readonly mayRecommend = computed(
    () => this.isUnderReview() && this.store.actions().some(({ action }) => action === 'recommend'),
  );
  protected readonly isReserved = computed(() => {
    const state = this.application()?.state;
    return state !== undefined && hasReservation(state);
  });
  /** What the case takes from each year: as typed, as recommended, or else as requested. */
  protected readonly amounts = linkedSignal<readonly { readonly year: number; readonly amountCents: number }[]>(() => {
    const application = this.application();
    if (!application) return [];
    return (
      application.recommendation?.years.map(({ year, proposedCents }) => ({ year, amountCents: proposedCents })) ??
      application.years.map(({ year, requestedCents }) => ({ year, amountCents: requestedCents }))
    );
  });
  /** Deeds of this person's role; the recommendation has a form of its own. */
  protected readonly steps = computed(() =>
    this.store
      .actions()
      .filter(({ action, reasonCode }) => action !== 'recommend' && reasonCode !== 'application.wrong-state'),
  );

  constructor() {
    afterRenderEffect(() => {
      if (this.fragment() === 'empfehlung' && this.application() && this.review.checks()) this.focus('empfehlung');
    });
  }

  protected reason(action: PageAction): string | null {
    return action.allowed || !action.reasonCode ? null : errorText(action.reasonCode, this.texts.language());
  }

  protected act(action: string): void {
    void this.acts.do(action);
  }

  protected recommended(answer: ApplicationDto): void {
    this.store.application.set(answer);
  }

  /** The left panel scrolls to the evidence; focus goes along, so that the keyboard does too. */
  protected show(section: string): void {
    this.focus(`teil-${section}`);
  }

  protected toFirstOpen(): void {
    const open = this.review.checks()?.find(({ result }) => result === null);
    if (open) this.focus(`check-${open.code}`);
  }

  private focus(id: string): void {
    const target = this.host.nativeElement.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest' });
  }
}
