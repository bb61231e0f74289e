import { ChangeDetectionStrategy, Component, computed, inject, resource, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { asApiProblem, injectTexts } from '@wir/shared/console';
import { Icon, PageHeader, ProblemPanel, Skeleton, type HasUnsaved } from '@wir/shared/ui';
import { ScenarioClient } from '../data/scenario-client';
import { EMPTY_SCENARIO, toScenario, type ScenarioDraft } from './scenario-draft';
import { ScenarioEditor } from './scenario-editor';

/** "Neues Planspiel": trying costs nothing; only "Speichern" keeps it. */
@Component({
  selector: 'app-new-scenario-page',
  imports: [Icon, PageHeader, ProblemPanel, RouterLink, ScenarioEditor, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <a class="crumb no-print" routerLink="/haushalt/planspiele"
      ><app-icon name="back" /> {{ t('budget.scenarios.title') }}</a
    >
    <app-page-header [heading]="t('budget.scenarios.new')" [lead]="t('budget.scenarios.newLead')" />
    @if (problem(); as problem) {
      <app-problem-panel [problem]="problem" (retry)="known.reload()" />
    } @else if (basis(); as basis) {
      <app-scenario-editor [basis]="basis" [stored]="empty" [save]="save" />
    } @else {
      <app-skeleton [rows]="8" />
    }
  `,
  styleUrl: '../budget-page.scss',
})
export class NewScenarioPage implements HasUnsaved {
  private readonly client = inject(ScenarioClient);
  private readonly router = inject(Router);
  private readonly editor = viewChild(ScenarioEditor);
  protected readonly t = injectTexts();
  protected readonly empty = EMPTY_SCENARIO;

  protected readonly known = resource({ loader: ({ abortSignal }) => this.client.basis(abortSignal) });
  protected readonly basis = computed(() => (this.known.hasValue() ? this.known.value() : null));
  protected readonly problem = computed(() => {
    const error = this.known.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });

  private isSaved = false;
  readonly unsaved = computed(() => this.editor()?.unsaved() ?? false);

  protected readonly save = async (draft: ScenarioDraft): Promise<void> => {
    const { id } = await this.client.create(toScenario(draft));
    this.isSaved = true;
    await this.router.navigate(['/haushalt/planspiele', id], { replaceUrl: true, state: { saved: true } });
  };

  /** Asked when leaving: what was just stored is no loss. */
  saveNow(): Promise<boolean> {
    return Promise.resolve(this.isSaved);
  }
}
