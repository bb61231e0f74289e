import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { PageTitle, injectTexts } from '@wir/shared/console';
import type { PaymentRunDto } from '@wir/shared/contract';
import {
  Confirm,
  DetailPage,
  EuroPipe,
  Fact,
  Icon,
  MomentPipe,
  NoticeBox,
  ProblemPanel,
  Skeleton,
} from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import { runLook } from '../look/payment-looks';
import { OrderTable } from '../parts/order-table';
import { PayeeTable } from '../parts/payee-table';
import { RegisterBanner } from '../register/register-banner';
import { RunFiles } from './run-files';
import { RunStore } from './run-store';

/** One run: what was frozen and by whom, who released it, its files, and what the cash office made of each order. */
@Component({
  selector: 'app-run-page',
  imports: [
    DetailPage,
    EuroPipe,
    Fact,
    Icon,
    MatButton,
    MomentPipe,
    NoticeBox,
    OrderTable,
    PayeeTable,
    ProblemPanel,
    RegisterBanner,
    RouterLink,
    RunFiles,
    Skeleton,
  ],
  providers: [RunStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './run-page.html',
  styleUrl: './run-page.scss',
})
export class RunPage {
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly title = inject(PageTitle);
  protected readonly store = inject(RunStore);
  protected readonly t = injectTexts();
  protected readonly look = runLook;

  readonly id = input.required<string>();
  protected readonly heading = computed(() =>
    this.t('disbursements.run.heading', { number: this.store.run.value()?.runNumber ?? '' }),
  );

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => this.title.setSubject(this.store.run.value() ? this.heading() : null));
    inject(DestroyRef).onDestroy(() => this.title.setSubject(null));
  }

  protected async act(action: string): Promise<void> {
    const run = this.store.run.value();
    if (!run) return;
    if (action === 'export' && (await this.asksRelease(run))) await this.store.release();
    if (action === 'takeBack') await this.takeBack(run);
  }

  private async asksRelease(run: PaymentRunDto): Promise<boolean> {
    const { ReleaseDialog } = await import('./release-dialog');
    const reference = this.dialog.open<InstanceType<typeof ReleaseDialog>, PaymentRunDto, boolean>(ReleaseDialog, {
      data: run,
      autoFocus: 'first-heading',
      restoreFocus: true,
      width: '48rem',
      maxWidth: '96vw',
    });
    return (await firstValueFrom(reference.afterClosed())) ?? false;
  }

  private async takeBack({ runNumber }: PaymentRunDto): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'disbursements.takeBack.title',
      text: 'disbursements.takeBack.text',
      confirm: 'disbursements.act.takeBack',
      reason: 'disbursements.reason',
      params: { number: runNumber },
      tone: 'danger',
    });
    if (answer) await this.store.takeBack(answer.reason);
  }
}
