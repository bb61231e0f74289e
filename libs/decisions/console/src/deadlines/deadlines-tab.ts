import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import { DayPipe, NoticeBox, ProblemPanel, Skeleton } from '@wir/shared/ui';
import { NoticeStore } from '../detail/notice-store';
import { DeadlinesPanel } from './deadlines-panel';

/** Terms of the notice: how it was dispatched, the dates the law makes of it, and why. */
@Component({
  selector: 'app-deadlines-tab',
  imports: [DayPipe, DeadlinesPanel, NoticeBox, ProblemPanel, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './deadlines-tab.html',
})
export class DeadlinesTab {
  protected readonly store = inject(NoticeStore);
  protected readonly t = injectTexts();
}
