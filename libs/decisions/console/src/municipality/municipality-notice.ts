import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Texts, errorText, injectTexts } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { DayPipe, DeadlineBadge, EuroPipe, Icon, NoticeBox } from '@wir/shared/ui';
import { NoticeActs } from '../detail/notice-acts';
import { NoticeStore } from '../detail/notice-store';
import { NoticePreview } from '../preview/notice-preview';
import { documentOf } from '../preview/preview-store';
import { nextSteps, retrievableUntil } from './next-steps';

/** The notice for the municipality: in plain words first, then what is to be done by when, then the document itself. */
@Component({
  selector: 'app-municipality-notice',
  imports: [DayPipe, DeadlineBadge, EuroPipe, Icon, MatButton, NoticeBox, NoticePreview, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './municipality-notice.html',
  styleUrl: './municipality-notice.scss',
})
export class MunicipalityNotice {
  private readonly acts = inject(NoticeActs);
  private readonly texts = inject(Texts);
  protected readonly store = inject(NoticeStore);
  protected readonly t = injectTexts();

  readonly notice = input.required<NoticeDto>();

  protected readonly isOpen = computed(() => documentOf(this.notice(), true) !== undefined);
  protected readonly retrievableUntil = computed(() => retrievableUntil(this.notice()));
  protected readonly steps = computed(() => nextSteps(this.notice(), this.store.award.value()));
  /** What comes next is set off from what comes later. */
  protected readonly current = computed(() => this.steps().findIndex(({ done }) => !done));
  protected readonly waiver = computed(() => this.notice().actions.find(({ action }) => action === 'waiveAppeal'));
  protected readonly waiverObstacle = computed(() => {
    const waiver = this.waiver();
    if (!waiver || waiver.allowed || !waiver.reasonCode) return null;
    return errorText(waiver.reasonCode, this.texts.language(), { earliestDate: this.notice().deemedNotifiedOn ?? '' });
  });
  /** Offered as long as there is a right to waive. */
  protected readonly showsWaiver = computed(
    () => ['DISPATCHED', 'NOTIFIED'].includes(this.notice().state) && this.waiver() !== undefined && this.isOpen(),
  );

  protected act(action: string): void {
    void this.acts.do(action);
  }
}
