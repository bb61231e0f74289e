import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import { PageTitle, Session, injectTexts } from '@wir/shared/console';
import { DayPipe, DetailPage, EuroPipe, Fact, ProblemPanel, Skeleton } from '@wir/shared/ui';
import { BlockBanner } from '../blocks/block-banner';
import { BlockStore } from '../blocks/block-store';
import { AWARD_LOOKS } from '../look/disbursement-looks';
import { AwardStore } from './award-store';

/** One award: its head stays while the declaration or a request is written below. */
@Component({
  selector: 'app-award-page',
  imports: [BlockBanner, DayPipe, DetailPage, EuroPipe, Fact, ProblemPanel, RouterLink, RouterOutlet, Skeleton],
  providers: [AwardStore, BlockStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (store.award.value(); as award) {
      <app-detail-page
        [back]="{ label: 'disbursements.award.listTitle', link: '/zuwendungen' }"
        [heading]="heading()"
        [name]="award.applicantName"
        [status]="looks[award.state]"
        [actions]="store.actions()"
        [busy]="store.award.busy()"
        [refusal]="store.award.refusal()"
        (act)="act($event)"
      >
        <app-fact fact [label]="t('disbursements.column.granted')">{{ award.totalCents | euro }}</app-fact>
        <app-fact fact [label]="t('disbursements.column.period')">
          {{ award.periodStart | day }} – {{ award.periodEnd | day }}
        </app-fact>
        @if (session.can('application.read')) {
          <app-fact fact [label]="t('disbursements.column.case')">
            <a [routerLink]="['/antraege', award.applicationId]">{{ award.caseNumber }}</a>
          </app-fact>
        }
        @if (session.can('notice.read')) {
          <app-fact fact [label]="t('disbursements.fact.notice')">
            <a [routerLink]="['/bescheide', award.noticeId]">{{ t('disbursements.fact.openNotice') }}</a>
          </app-fact>
        }
        <app-fact fact [label]="t('disbursements.fact.declared')">
          {{ award.declarationReceivedOn ? (award.declarationReceivedOn | day) : t('disbursements.fact.notDeclared') }}
        </app-fact>
        <app-block-banner (lifted)="store.award.reload()" />
        <router-outlet />
      </app-detail-page>
    } @else if (store.award.problem(); as problem) {
      <app-problem-panel [wholePage]="true" [problem]="problem" (retry)="store.award.reload()" />
    } @else {
      <app-skeleton [rows]="6" />
    }
  `,
})
export class AwardPage {
  private readonly blocks = inject(BlockStore);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  protected readonly session = inject(Session);
  protected readonly store = inject(AwardStore);
  protected readonly t = injectTexts();
  protected readonly looks = AWARD_LOOKS;

  readonly awardId = input.required<string>();

  protected readonly heading = computed(() =>
    this.t('disbursements.award.heading', { number: this.store.award.value()?.awardNumber ?? '' }),
  );

  constructor() {
    effect(() => this.store.id.set(this.awardId()));
    effect(() => this.blocks.awardId.set(this.awardId()));
    effect(() => this.title.setSubject(this.store.award.value() ? this.heading() : null));
    inject(DestroyRef).onDestroy(() => this.title.setSubject(null));
  }

  protected act(action: string): void {
    const page = action === 'declare' ? 'erklaerung' : 'auszahlung';
    void this.router.navigate(['/zuwendungen', this.awardId(), page]);
  }
}
