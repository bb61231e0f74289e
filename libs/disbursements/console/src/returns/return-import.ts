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
import { Icon, ProblemPanel } from '@wir/shared/ui';
import { csvLine } from '@wir/shared/kernel';
import { PaymentClient } from '../data/payment-client';
import { ReturnReport } from './return-report';

/** Hands a file of the cash office in and shows what became of its rows; a refused file books nothing. */
@Component({
  selector: 'app-return-import',
  imports: [Icon, MatButton, ProblemPanel, ReturnReport],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './return-import.html',
  styleUrl: './return-import.scss',
})
export class ReturnImport {
  private readonly client = inject(PaymentClient);
  private readonly injector = inject(Injector);
  protected readonly t = injectTexts();
  protected readonly header = csvLine(RETURN_FILE_HEADER);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('result');

  readonly imported = output<void>();

  protected readonly file = signal<File | null>(null);
  protected readonly missing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly report = signal<PaymentReturnReportDto | null>(null);

  protected choose(files: FileList | null): void {
    this.file.set(files?.[0] ?? null);
    this.missing.set(false);
    this.problem.set(null);
  }

  protected async send(box: HTMLInputElement): Promise<void> {
    const file = this.file();
    this.missing.set(file === null);
    if (!file) return box.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.report.set(null);
    try {
      this.report.set(await this.client.importReturn(file));
      this.file.set(null);
      box.value = '';
      afterNextRender(() => this.heading()?.nativeElement.focus(), { injector: this.injector });
    } catch (error) {
      this.problem.set(asApiProblem(error));
    } finally {
      this.busy.set(false);
      // A refused file is on record too.
      this.imported.emit();
    }
  }
}
