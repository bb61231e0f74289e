import { ChangeDetectionStrategy, Component, computed, inject, resource, signal, viewChild } from '@angular/core';
import {
  FormField,
  applyEach,
  form,
  maxLength,
  required,
  validate,
  validateTree,
  type FieldTree,
  type ValidationError,
} from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { BUDGET_ACT_KINDS, BUDGET_ACT_RULES } from '@wir/budget/domain';
import { injectTexts } from '@wir/shared/console';
import {
  Control,
  DayField,
  ErrorSummary,
  EuroField,
  EuroPipe,
  Field,
  Icon,
  NoticeBox,
  PageHeader,
  ProblemPanel,
  submitForm,
} from '@wir/shared/ui';
import { BudgetActClient } from '../data/budget-act-client';
import { BudgetClient } from '../data/budget-client';
import { BudgetLineClient } from '../data/budget-line-client';
import { actKindLabel } from '../look/budget-act-look';
import {
  balanceOf,
  contentFault,
  firstLines,
  hasDueYear,
  isBalanced,
  newLine,
  previewOf,
  toCreateAct,
  type ActDraft,
  type LineDraft,
} from './act-draft';
import { actPreview } from './act-preview';
import { EffectTable } from './effect-table';

const MAX_LINES = 40;
/** So many years after the last one of the budget an authorisation may still fall due. */
const DUE_YEARS_AFTER = 3;

/** A new Haushaltsverfügung: what it would do shows while it is typed; proposing books nothing. */
@Component({
  selector: 'app-new-act-page',
  imports: [
    Control,
    DayField,
    EffectTable,
    ErrorSummary,
    EuroField,
    EuroPipe,
    Field,
    FormField,
    Icon,
    MatButton,
    MatIconButton,
    NoticeBox,
    PageHeader,
    ProblemPanel,
    RouterLink,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './new-act-page.html',
  styleUrls: ['../budget-page.scss', './new-act-page.scss'],
})
export class NewActPage {
  private readonly client = inject(BudgetActClient);
  private readonly router = inject(Router);
  private readonly budgetClient = inject(BudgetClient);
  private readonly lineClient = inject(BudgetLineClient);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly t = injectTexts();
  /** Reservations for single cases come out of a scenario. */
  protected readonly kinds = BUDGET_ACT_KINDS.filter((kind) => BUDGET_ACT_RULES[kind].needsCase !== true);
  protected readonly rules = BUDGET_ACT_RULES;
  protected readonly kindLabel = actKindLabel;

  private readonly budget = resource({ loader: ({ abortSignal }) => this.budgetClient.budget(null, abortSignal) });
  private readonly known = resource({ loader: ({ abortSignal }) => this.lineClient.all(abortSignal) });
  protected readonly years = computed(() => (this.budget.hasValue() ? this.budget.value().years : []));
  private readonly budgetLines = computed(() => (this.known.hasValue() ? this.known.value() : []));
  private readonly mainId = computed(() => this.budgetLines().find(({ isMain }) => isMain)?.id);
  /** The main line is the empty choice; as the target of a shift it is named like any other. */
  protected readonly targets = computed(() =>
    this.budgetLines().map(({ id, code, name }) => ({ value: id, label: `${code} – ${name}` })),
  );
  protected readonly sources = computed(() =>
    this.budgetLines().map(({ id, code, name, isMain }) => ({ value: isMain ? '' : id, label: `${code} – ${name}` })),
  );

  protected readonly draft = signal<ActDraft>({
    kind: 'APPROPRIATION_CHANGE',
    reason: '',
    documentReference: '',
    consentReference: '',
    carryOverEndsOn: null,
    lines: firstLines('APPROPRIATION_CHANGE'),
  });
  protected readonly form = form(this.draft, (path) => {
    validate(path.documentReference, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.documentReference, 200);
    validate(path.reason, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.reason, 2000);
    maxLength(path.consentReference, 200);
    applyEach(path.lines, (line) => {
      required(line.year);
      required(line.amountCents, { error: { kind: 'euro.empty' } });
      validate(line.amountCents, ({ value }) =>
        value() !== null && Number(value()) <= 0 ? { kind: 'budget.amount-not-positive' } : null,
      );
      validate(line.dueYear, ({ value, valueOf }) =>
        hasDueYear(valueOf(line.kind)) && value() === '' ? { kind: 'required' } : null,
      );
      validate(line.targetLineId, ({ value, valueOf }) =>
        valueOf(line.kind) === 'SHIFT' && value() === '' ? { kind: 'required' } : null,
      );
    });
    validateTree(path, ({ value, fieldTree }) => this.faultIn(value(), fieldTree));
  });

  protected readonly isBalancedKind = computed(() => isBalanced(this.draft().kind));
  protected readonly balance = computed(() => balanceOf(this.draft()));
  protected readonly preview = actPreview(() => previewOf(this.draft(), this.mainId()));
  protected readonly mayAdd = computed(() => this.draft().lines.length < MAX_LINES);

  protected dueYears(line: LineDraft): number[] {
    const all = this.years().map(({ year }) => year);
    const last = Math.max(...all) + DUE_YEARS_AFTER;
    const first = Number(line.year) || Math.min(...all);
    return all.length === 0 ? [] : Array.from({ length: last - first }, (_, index) => first + 1 + index);
  }

  protected hasDueYear(line: LineDraft | undefined): boolean {
    return line !== undefined && hasDueYear(line.kind);
  }

  /** Other kinds have other bookings: the lines begin anew. */
  protected changeKind(): void {
    this.draft.update((draft) => ({ ...draft, lines: firstLines(draft.kind) }));
  }

  protected addLine(): void {
    this.draft.update((draft) => ({
      ...draft,
      lines: [...draft.lines, newLine(draft.kind, draft.lines.at(-1)?.kind)],
    }));
  }

  protected removeLine(index: number): void {
    this.draft.update((draft) => ({ ...draft, lines: draft.lines.filter((_line, place) => place !== index) }));
  }

  protected propose(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { id } = await this.client.propose(toCreateAct(this.draft()));
      await this.router.navigate(['/haushalt/verfuegungen', id], { state: { proposed: true } });
    });
  }

  /** At its field, or at the last amount where the lines do not fit together. */
  private faultIn(draft: ActDraft, tree: unknown): ValidationError.WithFieldTree[] {
    const fault = contentFault(draft, this.mainId());
    if (!fault) return [];
    const fieldTree = fieldAt(tree, fault.path ?? `lines[${draft.lines.length - 1}].amountCents`);
    return fieldTree ? [{ ...fault.details, kind: fault.code, fieldTree }] : [];
  }
}

/** `lines[1].dueYear` → that field of the form. */
function fieldAt(form: unknown, path: string): FieldTree<unknown> | null {
  let node = form;
  for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
    node = typeof node === 'function' ? Reflect.get(node, key) : undefined;
  }
  return typeof node === 'function' && node !== form ? (node as FieldTree<unknown>) : null;
}
