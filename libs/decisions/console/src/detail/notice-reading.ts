import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { MomentPipe, NoticeBox } from '@wir/shared/ui';
import { ContentChecklist } from '../draft/content-checklist';
import { LockedFacts } from '../draft/locked-facts';
import { BudgetEffect } from '../signing/budget-effect';
import { NoticeStore } from './notice-store';

/** Beside the PDF once nothing may be typed any more: what is decided, what it does to the budget, what seals it. */
@Component({
  selector: 'app-notice-reading',
  imports: [BudgetEffect, ContentChecklist, LockedFacts, MomentPipe, NoticeBox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './notice-reading.html',
  styleUrl: './notice-reading.scss',
})
export class NoticeReading {
  protected readonly store = inject(NoticeStore);
  protected readonly t = injectTexts();
  readonly notice = input.required<NoticeDto>();
}
