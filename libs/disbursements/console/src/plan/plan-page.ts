import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { COMPONENT_TITLES } from '@wir/programme/domain';
import { Session, injectTexts } from '@wir/shared/console';
import type { InstalmentsDto } from '@wir/shared/contract';
import { EuroPipe, Icon, MomentPipe, NoticeBox, ProblemPanel, Skeleton, detailState } from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import { AwardStore } from '../award/award-store';
import { InstalmentClient } from '../data/instalment-client';
import { PlanEditor } from './plan-editor';
import { begunYears, draftOf, type InstalmentDraft } from './plan-rules';
import { PlanTable } from './plan-table';
import { ProposalTable } from './proposal-table';
import type { VacancyQuestion } from './vacancy-dialog';

/** Auszahlungsplan: on request, or instalments on fixed days; empty posts make those to come smaller. */
@Component({
  selector: 'app-plan-page',
  imports: [
    EuroPipe,
    Icon,
    MatButton,
    MomentPipe,
    NoticeBox,
    PlanEditor,
    PlanTable,
    ProblemPanel,
    ProposalTable,
    RouterLink,
    Skeleton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.scss',
})
export class PlanPage {
  private readonly client = inject(InstalmentClient);
  private readonly dialog = inject(MatDialog);
  protected readonly session = inject(Session);
  protected readonly store = inject(AwardStore);
  protected readonly t = injectTexts();

  protected readonly plan = detailState(this.store.id, (id, abort) => this.client.ofAward(id, abort));
  protected readonly editing = signal(false);
  protected readonly mayPlan = computed(() => this.session.can('instalment.plan'));
  /** Years of which nothing has become a request. */
  protected readonly free = computed(() => {
    const [plan, award] = [this.plan.value(), this.store.award.value()];
    const begun = plan ? begunYears(plan) : new Set<number>();
    return (award?.tranches ?? []).filter(({ year, openCents }) => !begun.has(year) && openCents > 0);
  });
  protected readonly start = computed(() => {
    const plan = this.plan.value();
    if (!plan) return [];
    const now = draftOf(plan, 'items');
    return now.length > 0 ? now : draftOf(plan, 'proposal');
  });

  protected takeProposal(): void {
    const plan = this.plan.value();
    if (plan) void this.plan.run('plan', () => this.send(draftOf(plan, 'proposal')));
  }

  protected payOnRequest(): void {
    void this.plan.run('plan', () => this.send([]));
  }

  protected readonly save = async (draft: readonly InstalmentDraft[]): Promise<void> => {
    this.plan.set(await this.send(draft));
    this.editing.set(false);
  };

  protected async report(): Promise<void> {
    const [award, plan] = [this.store.award.value(), this.plan.value()];
    if (!award || !plan) return;
    const { VacancyDialog } = await import('./vacancy-dialog');
    const reference = this.dialog.open<InstanceType<typeof VacancyDialog>, VacancyQuestion, InstalmentsDto>(
      VacancyDialog,
      { data: { award, plan }, autoFocus: 'first-heading', restoreFocus: true, width: '40rem', maxWidth: '96vw' },
    );
    const answer = await firstValueFrom(reference.afterClosed());
    if (answer) this.plan.set(answer);
  }

  protected titleOf(component: string): string {
    return (COMPONENT_TITLES as Readonly<Record<string, string>>)[component] ?? component;
  }

  protected share(fte: number): string {
    return fte.toLocaleString('de-DE');
  }

  private send(draft: readonly InstalmentDraft[]): Promise<InstalmentsDto> {
    const { id, version } = this.store.award.value() ?? { id: '', version: 0 };
    const instalments = draft.map(({ year, dueOn, amountCents }) => ({
      year,
      dueOn: dueOn ?? '',
      amountCents: amountCents ?? 0,
    }));
    return this.client.plan(id, { instalments }, version);
  }
}
