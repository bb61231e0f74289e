import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import type { ApplicationDto } from '@wir/shared/contract';
import { DayPipe, NoticeBox, type NoticeTone } from '@wir/shared/ui';

const TONES: Readonly<Record<NonNullable<ApplicationDto['decision']>['outcome'], NoticeTone>> = {
  APPROVED: 'success',
  PARTLY_APPROVED: 'warning',
  REJECTED: 'danger',
};

/** How the case was decided, and where the letter is. The municipality sees it once the letter has been notified. */
@Component({
  selector: 'app-decision-box',
  imports: [DayPipe, NoticeBox, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (decision(); as decision) {
      <app-notice-box [tone]="tones[decision.outcome]">
        {{ t('applications.decision.on') }} {{ decision.decidedAt | day }}:
        <strong>{{ t('applications.state.' + decision.outcome) }}</strong>
        @if (decision.reasons) {
          <p class="reasons" lang="de">{{ decision.reasons }}</p>
        }
        @if (application().noticeId; as noticeId) {
          <p class="link">
            <a [routerLink]="['/bescheide', noticeId]">{{ t('applications.decision.toNotice') }}</a>
          </p>
        }
      </app-notice-box>
    }
  `,
  styles: `
    .reasons {
      margin: 0.375rem 0 0;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .link {
      margin: 0.375rem 0 0;
    }
  `,
})
export class DecisionBox {
  protected readonly t = injectTexts();
  protected readonly tones = TONES;
  readonly application = input.required<ApplicationDto>();
  protected readonly decision = computed(() => this.application().decision);
}
