import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { DayPipe, EuroPipe, Icon } from '@wir/shared/ui';
import { NoticeStore } from '../detail/notice-store';

/** What the notice takes from application and decision: shown, never typed a second time. */
@Component({
  selector: 'app-locked-facts',
  imports: [DayPipe, EuroPipe, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './locked-facts.html',
  styleUrl: './locked-facts.scss',
})
export class LockedFacts {
  protected readonly store = inject(NoticeStore);
  protected readonly t = injectTexts();
  readonly notice = input.required<NoticeDto>();
}
