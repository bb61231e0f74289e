import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { applyEach, disabled, form, maxLength, readonly, validateTree, type FieldTree } from '@angular/forms/signals';
import type { CallRules } from '@wir/applications/domain';
import { LocalCopies, Session, Texts, asApiProblem, type ApiProblem } from '@wir/shared/console';
import type { ApplicationDto, InformationRequestDto } from '@wir/shared/contract';
import { Conflicts, autosave, detailState, type AutosaveOptions } from '@wir/shared/ui';
import { ApplicationClient } from '../data/application-client';
import { ProgrammeClient, callRules } from '../data/programme-client';
import { EMPTY_DRAFT, isBegun, isDraft, toDraft, withYearsOfPeriod, type Draft } from './draft/draft';
import { stepOfPath, stepState, type Step, type StepState } from './draft/draft-steps';
import { conflictFields, resolveDraft } from './draft/draft-conflict';
import { draftProblems, periodOf, yearFigures, type YearFigures } from './draft/draft-rules';
import { savingOf, type HeldBack } from './draft/draft-saving';
import type { PlanEdit } from './draft/plan-edits';
import { errorsAt, fieldAtPath } from './field-at-path';

/** How a step shows in the list: `asked` = the authority waits for something there, `locked` = its turn comes later. */
export type StepMark = StepState | 'asked' | 'locked';
export type OpenItem = InformationRequestDto['items'][number];

/** Codes of the parsers behind the boxes. */
const UNREADABLE = /^(euro\.(?!empty)|date\.invalid|field\.invalid)/;

interface Undo {
  /** Text key and filling of what was done. */
  readonly label: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly before: Draft;
  readonly after: Draft;
}

/** The form of one application: what is typed, what the rules say of it, and its way to the server. */
@Injectable()
export class WizardStore {
  private readonly client = inject(ApplicationClient);
  private readonly programme = inject(ProgrammeClient);
  private readonly copies = inject(LocalCopies);
  private readonly conflicts = inject(Conflicts);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  private queue: Promise<unknown> = Promise.resolve();
  private readonly adoptedId = signal<string | null>(null);

  readonly id = signal<string | undefined>(undefined);
  readonly application = detailState(this.id, (id, abort) => this.load(id, abort));
  readonly rules = signal<CallRules | null>(null);
  readonly restored = signal(false);
  readonly heldBack = signal<readonly HeldBack[]>([]);

  /** The year shown on the pages of the plan; kept while the person moves between them. */
  readonly yearIndex = signal(0);
  readonly draft = signal<Draft>(EMPTY_DRAFT);
  /** Loaded, and what was typed here before is taken over. */
  readonly isReady = computed(
    () => this.application.value() !== undefined && this.adoptedId() === this.application.value()?.id,
  );
  readonly version = computed(() => this.application.value()?.version ?? 0);
  readonly editable = computed(() => this.allows('edit'));
  readonly problems = computed(() => {
    const application = this.application.value();
    const rules = this.rules();
    if (!application) return [];
    const kinds = application.attachments.map(({ kind }) => kind);
    return rules ? draftProblems(this.draft(), kinds, rules) : application.problems;
  });
  /** What the authority still waits for, at the paths of the form. */
  readonly openItems = computed<readonly OpenItem[]>(() => {
    const requests = this.application.value()?.informationRequests ?? [];
    const open = requests.find(({ state }) => state === 'OPEN');
    return (open?.items ?? []).map((item) => ({ ...item, field: this.formPath(item.field) }));
  });
  readonly form = form(this.draft, (path) => {
    readonly(path, () => !this.editable());
    // Boxes to tick and lists to choose from know no "readonly".
    disabled(path.declarations, () => !this.editable());
    applyEach(path.years, (year) => {
      applyEach(year.expenses, (line) => {
        disabled(line.component, () => !this.editable());
        maxLength(line.label, 200);
      });
      applyEach(year.income, (line) => {
        disabled(line.kind, () => !this.editable());
        maxLength(line.label, 200);
      });
    });
    maxLength(path.title, 200);
    maxLength(path.purpose, 10_000);
    maxLength(path.contactName, 200);
    maxLength(path.contactEmail, 254);
    // The domain's sentences at their fields; what belongs to no single field shows on the page "Prüfen".
    validateTree(path, ({ fieldTree }) => errorsAt(fieldTree, this.problems()));
  });
  readonly autosave = autosave<Draft>(
    namedLater(() => this.copyKey(), {
      value: this.draft,
      version: this.version,
      enabled: computed(() => this.editable() && this.isReady()),
      save: (draft) => this.serial(() => this.save(draft)),
    }),
  );

  /** Text in a box that is no amount, number or day: the draft still holds what stood there before. */
  readonly hasUnreadable = computed(() =>
    this.form()
      .errorSummary()
      .some(({ kind }) => UNREADABLE.test(kind)),
  );

  private readonly undoable = signal<Undo | null>(null);
  /** Offered until something else is typed. */
  readonly undo = computed(() => {
    const undo = this.undoable();
    return undo && undo.after === this.draft() ? undo : null;
  });

  constructor() {
    effect(() => {
      const application = this.application.value();
      if (application && this.adoptedId() !== application.id) untracked(() => this.adoptFresh(application));
    });
    effect(() => {
      const draft = this.draft();
      const fitted = withYearsOfPeriod(draft);
      if (fitted !== draft) this.draft.set(fitted);
    });
  }

  allows(action: string): boolean {
    return this.application.value()?.actions.some((entry) => entry.action === action && entry.allowed) ?? false;
  }

  /** Who may ever do it here, and why not now; undefined for those who never may. */
  reasonAgainst(action: string): string | null | undefined {
    return this.application.value()?.actions.find((entry) => entry.action === action)?.reasonCode;
  }

  markOf(step: Step): StepMark {
    const problems = this.problems();
    if (step === 'einreichen') return problems.length > 0 ? 'locked' : 'open';
    if (step === 'pruefen') return problems.length === 0 ? 'done' : 'open';
    if (this.openItems().some(({ field }) => stepOfPath(field) === step)) return 'asked';
    return stepState(step, problems, isBegun(step, this.draft(), this.application.value()?.attachments.length ?? 0));
  }

  /** Leaving a field saves at once; a conflict waits for the person. */
  saveSoon(): void {
    if (this.autosave.state() === 'waiting') void this.autosave.flush();
  }

  figures(yearIndex: number): YearFigures | null {
    const year = this.draft().years[yearIndex];
    const rules = this.rules();
    return year ? yearFigures(year, rules ? periodOf(this.draft(), rules.period) : null, rules) : null;
  }

  field(path: string): FieldTree<unknown> | undefined {
    return fieldAtPath(this.form, path);
  }

  /** A path that names its year (`years[2027].income`) or counts the stored ones, as the form counts. */
  formPath(path: string): string {
    return path.replace(/^years\[(\d+)\]/, (whole, text: string) => {
      const stored = this.application.value()?.years ?? [];
      const year = Number(text) >= 1000 ? Number(text) : stored[Number(text)]?.year;
      const index = this.draft().years.findIndex((candidate) => candidate.year === year);
      return index < 0 ? whole : `years[${index}]`;
    });
  }

  /** A change of rows, which can be taken back as one. */
  edit(change: PlanEdit, label: string, params: Undo['params'] = {}): void {
    const before = this.draft();
    const after = change(before);
    this.draft.set(after);
    this.undoable.set({ label, params, before, after });
  }

  takeBack(): void {
    const undo = this.undo();
    if (undo) this.draft.set(undo.before);
    this.undoable.set(null);
  }

  /** Reads annexes, open items and rights anew. Somebody else's save in between still has to be met by a comparison. */
  async refresh(): Promise<void> {
    const known = this.application.value();
    if (!known) return;
    const fresh = await this.client.get(known.id);
    const version = this.application.value()?.version ?? fresh.version;
    this.application.set({ ...fresh, ...(fresh.version === version ? {} : { version }) });
  }

  /** Everything that can be stored is on the server, and nothing is held back. */
  async isAllSaved(): Promise<boolean> {
    return !this.hasUnreadable() && (await this.autosave.flush()) && this.heldBack().length === 0;
  }

  /** Shows both versions after somebody else has saved, and goes on with what the person chooses. */
  async compare(): Promise<void> {
    const mine = this.draft();
    const fresh = await this.client.get(this.id() ?? '');
    const theirs = toDraft(fresh);
    const fields = conflictFields(mine, theirs, this.texts.translate, this.texts.language());
    const resolution = await this.conflicts.resolve({ changedBy: null, changedAt: fresh.updatedAt, fields });
    if (!resolution) return;
    this.application.set(fresh);
    this.autosave.adopt(theirs);
    this.draft.set(resolveDraft(mine, theirs, resolution));
    await this.autosave.flush();
  }

  /** Deeds of the last pages; the answer is the application in its new state. */
  async act(name: string, deed: (id: string) => Promise<ApplicationDto>): Promise<boolean> {
    if (this.editable() && !(await this.isAllSaved())) return false;
    return this.application.run(name, () => this.serial(() => deed(this.id() ?? '')));
  }

  async attach(deed: () => Promise<unknown>): Promise<ApiProblem | null> {
    try {
      await this.serial(deed);
      await this.refresh();
      return null;
    } catch (error) {
      return asApiProblem(error);
    }
  }

  private async load(id: string, abort: AbortSignal): Promise<ApplicationDto> {
    const [application, calls] = await Promise.all([this.client.get(id, abort), this.programme.calls()]);
    const call = calls.find(({ code }) => code === application.callCode);
    this.rules.set(callRules(call, application.moduleCode));
    return application;
  }

  /** Takes the server's state over once, and with it what this person typed here and could not save. */
  private adoptFresh(application: ApplicationDto): void {
    const draft = toDraft(application);
    const copy = this.copies.find(this.copyKey()) ?? this.copies.find(this.heldKey());
    this.adoptedId.set(application.id);
    this.draft.set(draft);
    this.autosave.adopt(draft);
    if (!copy || !isDraft(copy.value) || !this.editable()) return;
    if (JSON.stringify(copy.value) === JSON.stringify(draft)) return;
    // An older version meets the newer one as a conflict, which the person solves field by field.
    if (copy.version !== application.version) this.application.set({ ...application, version: copy.version });
    this.draft.set(copy.value);
    this.restored.set(true);
  }

  private async save(draft: Draft): Promise<void> {
    const saved = this.application.value();
    if (!saved) return;
    const { change, plan, heldBack } = savingOf(draft, saved, this.rules());
    if (change) this.application.set(await this.client.update(saved.id, change, saved.version));
    const version = this.application.value()?.version ?? saved.version;
    if (plan) this.application.set(await this.client.savePlan(saved.id, plan, version));
    this.heldBack.set(heldBack);
    if (heldBack.length === 0) this.copies.drop(this.heldKey());
    else this.copies.keep(this.heldKey(), draft, this.application.value()?.version ?? version);
  }

  private copyKey(): string {
    return `application.${this.id() ?? ''}.${this.session.me()?.id ?? ''}`;
  }

  /** What waits until it holds outlives the saving of the rest. */
  private heldKey(): string {
    return `${this.copyKey()}.held`;
  }

  /** One request after the other: each needs the version of the one before. */
  private serial<T>(deed: () => Promise<T>): Promise<T> {
    const next = this.queue.then(deed, deed);
    this.queue = next.catch(() => undefined);
    return next;
  }
}

/** The draft's name on this device is known only once the address is read. */
function namedLater<T>(name: () => string, options: Omit<AutosaveOptions<T>, 'key'>): AutosaveOptions<T> {
  return {
    ...options,
    get key(): string {
      return name();
    },
  };
}
