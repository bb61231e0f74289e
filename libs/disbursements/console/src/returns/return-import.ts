import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RETURN_FILE_HEADER } from '@wir/disbursements/domain';
import { asApiProblem, injectTexts, type ApiProblem } from '@wir/shared/console';
import type { PaymentReturnReportDto } from '@wir/shared/contract';
import { Icon, NoticeBox, ProblemPanel } from '@wir/shared/ui';
import { csvLine } from '@wir/shared/kernel';
import { ReturnClient } from '../data/return-client';
import { ReturnReport } from './return-report';

/** Hands a file of the cash office in: first a dry run that shows what would happen, then the booking of that very file. */
@Component({
  selector: 'app-return-import',
  imports: [Icon, MatButton, NoticeBox, ProblemPanel, ReturnReport],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './return-import.html',
  styleUrl: './return-import.scss',
})
export class ReturnImport {
  private readonly client = inject(ReturnClient);
  private readonly injector = inject(Injector);
  protected readonly t = injectTexts();
  protected readonly header = csvLine(RETURN_FILE_HEADER);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('result');

  readonly imported = output<void>();

  protected readonly file = signal<File | null>(null);
  protected readonly missing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  /** What booking the chosen file would do; goes away with another choice. */
  protected readonly dryRun = signal<PaymentReturnReportDto | null>(null);
  protected readonly report = signal<PaymentReturnReportDto | null>(null);

  protected choose(files: FileList | null): void {
    this.file.set(files?.[0] ?? null);
    this.missing.set(false);
    this.forget();
  }

  protected async preview(box: HTMLInputElement): Promise<void> {
    const file = this.file();
    this.missing.set(file === null);
    if (!file) return box.focus();
    await this.attempt(async () => this.dryRun.set(await this.client.preview(file)));
  }

  protected async book(box: HTMLInputElement): Promise<void> {
    const file = this.file();
    if (!file || !this.dryRun()) return;
    await this.attempt(async () => {
      this.report.set(await this.client.book(file));
      this.file.set(null);
      box.value = '';
    });
    // A refused file is on record too.
    this.imported.emit();
  }

  protected discard(box: HTMLInputElement): void {
    box.value = '';
    this.choose(null);
    box.focus();
  }

  private async attempt(deed: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.forget();
    try {
      await deed();
      afterNextRender(() => this.heading()?.nativeElement.focus(), { injector: this.injector });
    } catch (error) {
      this.problem.set(asApiProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  private forget(): void {
    this.problem.set(null);
    this.dryRun.set(null);
    this.report.set(null);
  }
}
