import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Session, Texts, asApiProblem, errorText, injectTexts, type ApiProblem } from '@wir/shared/console';
import type { PaymentReturnOutcome, PaymentReturnReportDto } from '@wir/shared/contract';
import { DayPipe, EuroPipe, NoticeBox, ProblemPanel, StatusChip } from '@wir/shared/ui';
import { ReturnClient } from '../data/return-client';
import { OUTCOME_LOOKS } from '../look/payment-looks';
import { countOf, outcomesOf } from './return-rows';

/** More rows than this come on request: a file may hold ten thousand. */
const STEP = 100;

/** What became of each row of one file: the outcomes with their sums, each a filter, and the rows with the reason. */
@Component({
  selector: 'app-return-report',
  imports: [DayPipe, EuroPipe, MatButton, NoticeBox, ProblemPanel, RouterLink, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './return-report.html',
  styleUrl: './return-report.scss',
})
export class ReturnReport {
  private readonly client = inject(ReturnClient);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly looks = OUTCOME_LOOKS;

  readonly report = input.required<PaymentReturnReportDto>();
  protected readonly outcomes = computed(() => outcomesOf(this.report().totals));
  /** Lists give the first rows only; the others are fetched when somebody asks for them. */
  private readonly known = linkedSignal(() => this.report().rows);
  private readonly isWhole = computed(() => this.known().length >= countOf(this.report().totals));
  protected readonly problem = signal<ApiProblem | null>(null);

  protected readonly chosen = linkedSignal<PaymentReturnReportDto, PaymentReturnOutcome | null>({
    source: this.report,
    computation: () => null,
  });
  private readonly size = linkedSignal({ source: this.chosen, computation: () => STEP });
  private readonly fitting = computed(() => {
    const outcome = this.chosen();
    return outcome === null ? this.known() : this.known().filter((row) => row.outcome === outcome);
  });
  protected readonly rows = computed(() => this.fitting().slice(0, this.size()));
  protected readonly rest = computed(() => {
    const outcome = this.chosen();
    const all = countOf(this.report().totals.filter((total) => outcome === null || total.outcome === outcome));
    return all - this.rows().length;
  });

  protected async choose(outcome: PaymentReturnOutcome): Promise<void> {
    this.chosen.update((chosen) => (chosen === outcome ? null : outcome));
    await this.complete();
  }

  protected async more(): Promise<void> {
    await this.complete();
    this.size.update((size) => size + STEP * 5);
  }

  protected sentence(code: string | null | undefined): string {
    return code ? errorText(code, this.texts.language()) : '–';
  }

  private async complete(): Promise<void> {
    if (this.isWhole()) return;
    this.problem.set(null);
    try {
      this.known.set((await this.client.byId(this.report().id)).rows);
    } catch (error) {
      this.problem.set(asApiProblem(error));
    }
  }
}
