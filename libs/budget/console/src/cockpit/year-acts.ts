import { ChangeDetectionStrategy, Component, ElementRef, inject, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { BUDGET_YEAR_TRANSITIONS } from '@wir/budget/domain';
import { Session, Texts, injectTexts } from '@wir/shared/console';
import type { BudgetYearDto, MoveBudgetYearDto } from '@wir/shared/contract';
import { allowedFrom, cents, formatEuro } from '@wir/shared/kernel';
import { Confirm, StatusChip } from '@wir/shared/ui';
import { BUDGET_YEAR_ACT_LOOKS, BUDGET_YEAR_LOOKS } from '../look/budget-year-look';

type Edge = (typeof BUDGET_YEAR_TRANSITIONS)['edges'][number];

export interface YearMove {
  readonly year: number;
  readonly change: MoveBudgetYearDto;
}

/** Opens and closes budget years, each with its reason; for those who may. */
@Component({
  selector: 'app-year-acts',
  imports: [MatButton, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './year-acts.html',
  styleUrl: './year-acts.scss',
})
export class YearActs {
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly t = injectTexts();
  protected readonly looks = BUDGET_YEAR_LOOKS;
  protected readonly actLooks = BUDGET_YEAR_ACT_LOOKS;

  readonly years = input.required<readonly BudgetYearDto[]>();
  readonly busy = input(false);
  readonly moved = output<YearMove>();

  protected acts({ state }: BudgetYearDto): readonly Edge[] {
    return allowedFrom(BUDGET_YEAR_TRANSITIONS, state, this.session.me()?.roles ?? []);
  }

  protected async ask(budgetYear: BudgetYearDto, { act, to }: Edge): Promise<void> {
    if (this.busy() || to === 'PLANNED') return;
    const { year } = budgetYear;
    const { title, text, button, hint, tone } = BUDGET_YEAR_ACT_LOOKS[act];
    const answer = await this.confirm.ask({
      title,
      text: act === 'close' && stillOpen(budgetYear) ? 'budget.act.close.blocked' : text,
      confirm: button,
      params: { year, ...this.amounts(budgetYear) },
      tone,
      reason: 'budget.act.reason',
      reasonHint: hint,
    });
    if (!answer) return;
    // The button goes with the state it belonged to.
    this.heading().nativeElement.focus();
    this.moved.emit({ year, change: { state: to, reason: answer.reason } });
  }

  /** What lapses with the year, and what stands against closing it. */
  private amounts(year: BudgetYearDto): Record<'free' | 'locked' | 'committed' | 'reserved' | 'ordered', string> {
    const euro = (amount: number): string => formatEuro(cents(amount), this.texts.language());
    return {
      free: euro(year.freeCents),
      locked: euro(year.lockedCents),
      committed: euro(year.committedCents),
      reserved: euro(year.reservedCents),
      ordered: euro(year.orderedCents),
    };
  }
}

function stillOpen({ reservedCents, orderedCents }: BudgetYearDto): boolean {
  return reservedCents > 0 || orderedCents > 0;
}
