import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { computeScenario, measuresOf } from '@wir/budget/domain';
import { PageTitle, Session, Texts, errorText, injectTexts } from '@wir/shared/console';
import {
  Confirm,
  DetailPage,
  EuroPipe,
  Fact,
  MomentPipe,
  NoticeBox,
  ProblemPanel,
  Skeleton,
  StatusChip,
  pageActions,
  type HasUnsaved,
} from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import { BUDGET_ACT_LOOKS, actKindLabel } from '../look/budget-act-look';
import { SCENARIO_ACTIONS, SCENARIO_LOOKS } from '../look/scenario-look';
import { ProposeDialog, type ScenarioProposal } from './propose-dialog';
import { NO_CHOICES, choicesOf } from './scenario-choices';
import { ScenarioConsequences } from './scenario-consequences';
import { toDraft, type ScenarioDraft } from './scenario-draft';
import { ScenarioEditor } from './scenario-editor';
import { ScenarioResultPanel } from './scenario-result-panel';
import { ScenarioStore } from './scenario-store';
import { effectText, measureText } from './scenario-texts';

/** One Planspiel: a draft is tried here, a proposal is judged by a second person, a booked one shows its acts. */
@Component({
  selector: 'app-scenario-page',
  imports: [
    DetailPage,
    EuroPipe,
    Fact,
    MomentPipe,
    NoticeBox,
    ProblemPanel,
    RouterLink,
    ScenarioConsequences,
    ScenarioEditor,
    ScenarioResultPanel,
    Skeleton,
    StatusChip,
  ],
  providers: [ScenarioStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './scenario-page.html',
  styleUrls: ['../budget-page.scss', './scenario-page.scss'],
})
export class ScenarioPage implements HasUnsaved {
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  private readonly title = inject(PageTitle);
  private readonly editor = viewChild(ScenarioEditor);
  protected readonly store = inject(ScenarioStore);
  protected readonly t = injectTexts();
  protected readonly looks = SCENARIO_LOOKS;
  protected readonly actLooks = BUDGET_ACT_LOOKS;
  protected readonly kindLabel = actKindLabel;

  readonly id = input.required<string>();
  /** Just stored on the page before. */
  protected readonly isNew = inject(Router).currentNavigation()?.extras.state?.['saved'] === true;

  protected readonly isEditable = computed(
    () => this.store.scenario.value()?.state === 'DRAFT' && this.session.can('budget-scenario.edit'),
  );
  protected readonly stored = computed(() => {
    const scenario = this.store.scenario.value();
    return scenario ? toDraft(scenario) : null;
  });
  protected readonly actions = computed(() =>
    pageActions(this.store.scenario.value()?.actions ?? [], SCENARIO_ACTIONS),
  );
  /** Releasing is what the page of a proposal is for: why it is not possible stands there. */
  protected readonly hindrance = computed(() => {
    const scenario = this.store.scenario.value();
    const apply = scenario?.actions.find(({ action }) => action === 'apply');
    if (scenario?.state !== 'PROPOSED' || !apply || apply.allowed || !apply.reasonCode) return null;
    return errorText(apply.reasonCode, this.texts.language());
  });
  protected readonly measures = computed(() => {
    const scenario = this.store.scenario.value();
    const basis = this.store.basis();
    const choices = basis ? choicesOf(basis, (state) => this.t(`budget.state.${state}`)) : NO_CHOICES;
    const language = this.texts.language();
    return measuresOf(scenario?.measures ?? []).map((measure, index) => {
      const effect = scenario?.result.effects[index];
      return {
        text: measureText(measure, choices, this.t, language),
        effect: effect ? effectText(effect, this.t, language) : null,
        isAssumption: effect !== undefined && !effect.isBooked,
      };
    });
  });

  /** Of what is not proposed: what would be booked, by the figures of now. */
  protected readonly plannedActs = computed(() => {
    const [scenario, basis] = [this.store.scenario.value(), this.store.basis()];
    if (!scenario || scenario.isFrozen || !basis) return null;
    return computeScenario(basis, measuresOf(scenario.measures)).acts;
  });

  protected readonly basisNote = computed(() => {
    const scenario = this.store.scenario.value();
    if (!scenario?.isFrozen) return 'budget.scenario.asNow';
    return scenario.state === 'PROPOSED' ? 'budget.scenario.frozen' : 'budget.scenario.kept';
  });

  readonly unsaved = computed(() => this.editor()?.unsaved() ?? false);

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => this.title.setSubject(this.store.scenario.value()?.name ?? null));
    inject(DestroyRef).onDestroy(() => this.title.setSubject(null));
  }

  protected readonly save = (draft: ScenarioDraft): Promise<void> => this.store.update(draft);

  protected async act(action: string): Promise<void> {
    if (action === 'propose') return this.propose();
    if (action === 'apply' || action === 'reject' || action === 'withdraw') await this.decide(action);
  }

  /** Proposed is what is stored: what was typed last is stored first. */
  private async propose(): Promise<void> {
    const editor = this.editor();
    if (editor?.unsaved() && !(await editor.store())) return;
    const dialog = this.dialog.open<ProposeDialog, never, ScenarioProposal>(ProposeDialog, {
      autoFocus: 'first-heading',
      width: '34rem',
      maxWidth: '96vw',
    });
    const proposal = await firstValueFrom(dialog.afterClosed());
    if (proposal) await this.store.propose(proposal);
  }

  private async decide(decision: 'apply' | 'reject' | 'withdraw'): Promise<void> {
    const scenario = this.store.scenario.value();
    if (!scenario) return;
    const answer = await this.confirm.ask({
      title: `budget.scenario.${decision}.title`,
      text: `budget.scenario.${decision}.text`,
      confirm: `budget.scenario.${decision}.button`,
      params: { name: scenario.name },
      ...(decision === 'apply' ? {} : { reason: 'budget.acts.reason', tone: 'danger' as const }),
    });
    if (answer) await this.store.decide(decision, answer.reason);
  }
}
