import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { BUDGET_ACT_RULES, TRANSFER_RULES, type TransferKind } from '@wir/budget/domain';
import { PageTitle, Session, Texts, errorText, injectTexts } from '@wir/shared/console';
import type { BudgetActDto } from '@wir/shared/contract';
import {
  Confirm,
  DayPipe,
  DetailPage,
  EuroPipe,
  Fact,
  MomentPipe,
  NoticeBox,
  ProblemPanel,
  Skeleton,
  pageActions,
} from '@wir/shared/ui';
import { figureLink, type AnyFigure } from '../look/figure';
import { BUDGET_ACT_ACTIONS, BUDGET_ACT_LOOKS, actKindLabel } from '../look/budget-act-look';
import { ActStore } from './act-store';
import { EffectTable } from './effect-table';

/** One Haushaltsverfügung: what it moves, who proposed and who decided; releasing it is for a second person. */
@Component({
  selector: 'app-act-page',
  imports: [
    DayPipe,
    DetailPage,
    EffectTable,
    EuroPipe,
    Fact,
    MomentPipe,
    NoticeBox,
    ProblemPanel,
    RouterLink,
    Skeleton,
  ],
  providers: [ActStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './act-page.html',
  styleUrls: ['../budget-page.scss', './act-page.scss'],
})
export class ActPage {
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(Texts);
  private readonly title = inject(PageTitle);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly store = inject(ActStore);
  protected readonly t = injectTexts();
  protected readonly looks = BUDGET_ACT_LOOKS;
  protected readonly rules = BUDGET_ACT_RULES;
  protected readonly kindLabel = actKindLabel;

  readonly id = input.required<string>();
  /** Just proposed here: the page says what comes next. */
  protected readonly isNew = this.router.currentNavigation()?.extras.state?.['proposed'] === true;

  protected readonly actions = computed(() => {
    const own = this.store.act.value()?.actions ?? [];
    const release = this.reserves() ? [{ action: 'release', allowed: true, reasonCode: null }] : [];
    return pageActions([...own, ...release], BUDGET_ACT_ACTIONS);
  });
  /** Money that waits for an amended notice can be given free again, by an act like this one. */
  private readonly reserves = computed(() => {
    const act = this.store.act.value();
    return (
      act?.state === 'APPLIED' &&
      act.lines.some(({ kind }) => kind === 'RESERVE') &&
      this.session.can('budget-act.propose')
    );
  });
  /** Releasing is what the page is for: why it is not possible stands there, not only in the menu. */
  protected readonly hindrance = computed(() => {
    const act = this.store.act.value();
    const apply = act?.actions.find(({ action }) => action === 'apply');
    if (act?.state !== 'PROPOSED' || !apply || apply.allowed || !apply.reasonCode) return null;
    return errorText(apply.reasonCode, this.texts.language());
  });

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => this.title.setSubject(this.store.act.value()?.actNumber ?? null));
    inject(DestroyRef).onDestroy(() => this.title.setSubject(null));
  }

  /** The figure a booking has changed, where all its bookings are. */
  protected figure(year: number, kind: TransferKind): string[] {
    const { from, to } = TRANSFER_RULES[kind];
    const account = from === 'appropriation' || from === 've_authorised' ? to : from;
    return figureLink(year, account === 'appropriation' ? 'appropriated' : (account as AnyFigure));
  }

  protected async decide(action: string): Promise<void> {
    const act = this.store.act.value();
    if (act && action === 'release') return this.release(act);
    if (!act || (action !== 'apply' && action !== 'reject' && action !== 'withdraw')) return;
    const answer = await this.confirm.ask({
      title: `budget.decide.${action}.title`,
      text: `budget.decide.${action}.text`,
      confirm: `budget.decide.${action}.button`,
      params: { number: act.actNumber },
      ...(action === 'reject' ? { reason: 'budget.acts.reason', tone: 'danger' as const } : {}),
    });
    if (answer) await this.store.decide(action, answer.reason);
  }

  private async release(act: BudgetActDto): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'budget.decide.release.title',
      text: 'budget.decide.release.text',
      confirm: 'budget.decide.release.button',
      params: { number: act.actNumber },
      reason: 'budget.acts.reason',
    });
    const proposed = answer ? await this.store.release(act, answer.reason) : null;
    if (proposed) await this.router.navigate(['/haushalt/verfuegungen', proposed], { state: { proposed: true } });
  }
}
