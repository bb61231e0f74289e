import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { PROVISION_TYPE_LABELS } from '@wir/decisions/domain';
import { injectTexts } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { DayPipe, EuroPipe } from '@wir/shared/ui';
import type { DraftValue } from '../draft/draft-value';

/** The content of the notice as a page: for screen readers, small screens and whoever cannot open a PDF. German as the act itself. */
@Component({
  selector: 'app-notice-text',
  imports: [DayPipe, EuroPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './notice-text.html',
  styleUrl: './notice-text.scss',
})
export class NoticeText {
  protected readonly t = injectTexts();
  protected readonly labels = PROVISION_TYPE_LABELS;

  readonly notice = input.required<NoticeDto>();
  readonly content = input.required<DraftValue>();
  readonly period = input.required<{ readonly start: string; readonly end: string } | null>();
  readonly project = input('');

  protected readonly isGrant = computed(() => this.notice().kind === 'GRANT');
}
