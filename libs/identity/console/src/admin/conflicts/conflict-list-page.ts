import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Session, asApiProblem, injectTexts, type ApiProblem } from '@wir/shared/console';
import type { ConflictOfInterestDto } from '@wir/shared/contract';
import {
  Confirm,
  Icon,
  MomentPipe,
  NoticeBox,
  PageHeader,
  ProblemPanel,
  Skeleton,
  StatusChip,
  TabNav,
} from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import { ConflictClient } from '../data/conflict-client';
import { deputyTabs } from '../deputies/deputy-tabs';
import { PERIOD_LOOKS } from '../look/period';

/** "Befangenheit": who keeps out of which municipality's cases, and since when. */
@Component({
  selector: 'app-conflict-list-page',
  imports: [Icon, MatButton, MomentPipe, NoticeBox, PageHeader, ProblemPanel, Skeleton, StatusChip, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './conflict-list-page.html',
  styleUrl: '../deputies/deputy-page.scss',
})
export class ConflictListPage {
  private readonly client = inject(ConflictClient);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly tabs = deputyTabs('conflicts', this.session);
  protected readonly looks = PERIOD_LOOKS;

  protected readonly list = resource({ loader: ({ abortSignal }) => this.client.list(abortSignal) });
  protected readonly rows = computed<readonly ConflictOfInterestDto[]>(() =>
    this.list.hasValue() ? [...this.list.value().items].sort(livingFirst) : [],
  );
  protected readonly problem = computed(() => {
    const error = this.list.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });
  protected readonly refusal = signal<ApiProblem | null>(null);
  protected readonly message = signal<string | null>(null);
  protected readonly mayDeclare = computed(() => this.session.can('conflict.record'));

  /** The head of unit ends it, never for herself. */
  protected mayEnd(conflict: ConflictOfInterestDto): boolean {
    return !conflict.endedAt && this.session.can('conflict.end') && conflict.personId !== this.session.me()?.personId;
  }

  protected async declare(): Promise<void> {
    const { ConflictDialog } = await import('./conflict-dialog');
    const reference = this.dialog.open<InstanceType<typeof ConflictDialog>, void, boolean>(ConflictDialog, {
      autoFocus: 'first-heading',
      restoreFocus: true,
      width: '36rem',
      maxWidth: '96vw',
    });
    if (await firstValueFrom(reference.afterClosed())) this.said('admin.conflicts.declared');
  }

  protected async end(conflict: ConflictOfInterestDto): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'admin.conflicts.endTitle',
      text: 'admin.conflicts.endText',
      confirm: 'admin.conflicts.end',
      reason: 'admin.field.reason',
      params: { person: conflict.personName, applicant: conflict.applicantName ?? '' },
    });
    if (!answer) return;
    this.refusal.set(null);
    try {
      await this.client.end(conflict.id, answer.reason);
      this.said('admin.conflicts.endedNow');
    } catch (error) {
      this.refusal.set(asApiProblem(error));
    }
  }

  private said(message: string): void {
    this.refusal.set(null);
    this.message.set(message);
    this.list.reload();
  }
}

function livingFirst(a: ConflictOfInterestDto, b: ConflictOfInterestDto): number {
  return Number(a.endedAt !== null) - Number(b.endedAt !== null) || b.recordedAt.localeCompare(a.recordedAt);
}
