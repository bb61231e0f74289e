import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { CHECK_RESULTS, type CheckResult } from '@wir/applications/domain';
import { LocalCopies, Session, Texts, injectTexts, problemText } from '@wir/shared/console';
import type { CheckDto } from '@wir/shared/contract';
import { Conflicts, Icon, MomentPipe, autosave, type AutosaveOptions } from '@wir/shared/ui';
import { ApplicationClient } from '../data/application-client';
import { placeOfCheck } from './check-places';

interface Answer {
  readonly result: CheckResult | null;
  readonly note: string;
}

/** One question of the review note: yes, no or not applicable, with a note; saves itself, each answer with its own version. */
@Component({
  selector: 'app-check-line',
  imports: [Icon, MatButton, MomentPipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-state]': 'state()' },
  templateUrl: './check-line.html',
  styleUrl: './check-line.scss',
})
export class CheckLine {
  private readonly client = inject(ApplicationClient);
  private readonly conflicts = inject(Conflicts);
  private readonly copies = inject(LocalCopies);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  private readonly noteBox = viewChild<ElementRef<HTMLTextAreaElement>>('noteBox');
  protected readonly t = injectTexts();
  protected readonly results = CHECK_RESULTS;

  readonly applicationId = input.required<string>();
  readonly check = input.required<CheckDto>();
  readonly editable = input(false);
  readonly answered = output<CheckDto>();
  /** The person wants to see the evidence: id of the section. */
  readonly evidence = output<string>();

  protected readonly answer = signal<Answer>({ result: null, note: '' });
  private readonly version = signal(0);
  protected readonly autosave = autosave<Answer>(
    keyed(() => this.copyKey(), {
      value: this.answer,
      version: this.version,
      enabled: computed(() => this.editable() && this.answer().result !== null),
      save: (answer, version) => this.save(answer, version),
    }),
  );

  protected readonly noteOpen = signal(false);
  protected readonly showsNote = computed(
    () => this.noteOpen() || this.answer().note !== '' || this.answer().result === 'NO',
  );
  /** Open, seen but incomplete (a note without an answer, a no without a reason), or done. */
  protected readonly state = computed(() => {
    const { result, note } = this.answer();
    if (result === null) return note === '' ? 'open' : 'begun';
    return result === 'NO' && note.trim() === '' ? 'begun' : 'done';
  });
  protected readonly fault = computed(() => {
    const problem = this.autosave.problem();
    return problem ? problemText(problem, this.texts.language()) : null;
  });

  constructor() {
    effect(() => {
      const check = this.check();
      untracked(() => this.take(check));
    });
    effect(() => {
      const { result, note } = this.answer();
      // A note alone cannot be stored yet; it waits here for its answer.
      if (this.editable() && result === null && note !== '') this.copies.keep(this.copyKey(), this.answer(), 0);
    });
  }

  protected choose(result: CheckResult): void {
    this.answer.update((answer) => ({ ...answer, result }));
    void this.autosave.flush();
  }

  protected write(note: string): void {
    this.answer.update((answer) => ({ ...answer, note }));
  }

  protected openNote(): void {
    this.noteOpen.set(true);
    setTimeout(() => this.noteBox()?.nativeElement.focus());
  }

  protected show(): void {
    this.evidence.emit(placeOfCheck(this.check().code).section);
  }

  protected async compare(): Promise<void> {
    const list = await this.client.checks(this.applicationId());
    const theirs = list.items.find(({ code }) => code === this.check().code);
    if (!theirs) return;
    const mine = this.answer();
    const word = (result: CheckResult | null): string => (result ? this.t(`applications.answer.${result}`) : '');
    const choice = await this.conflicts.resolve({
      changedBy: theirs.answeredBy,
      changedAt: theirs.answeredAt,
      fields: [
        {
          name: 'result',
          label: this.t('applications.review.answer'),
          mine: word(mine.result),
          theirs: word(theirs.result),
        },
        { name: 'note', label: this.t('applications.review.note'), mine: mine.note, theirs: theirs.note },
      ],
    });
    if (!choice) return;
    this.version.set(theirs.version);
    this.autosave.adopt({ result: theirs.result, note: theirs.note });
    this.answer.set({
      result: choice['result'] === 'theirs' ? theirs.result : mine.result,
      note: choice['note'] === 'theirs' ? theirs.note : mine.note,
    });
    this.answered.emit(theirs);
    await this.autosave.flush();
  }

  private async save(answer: Answer, version: number): Promise<void> {
    const { result, note } = answer;
    if (result === null) return;
    const saved = await this.client.answerCheck(this.applicationId(), this.check().code, { result, note }, version);
    this.version.set(saved.version);
    this.answered.emit(saved);
  }

  /** The server's answer, unless something newer stands here and is on its way or was kept from the last visit. */
  private take(check: CheckDto): void {
    if (this.autosave.unsaved()) return;
    const stored: Answer = { result: check.result, note: check.note };
    const copy = this.copies.find(this.copyKey());
    this.version.set(copy && copy.version > 0 ? copy.version : check.version);
    this.autosave.adopt(stored);
    this.answer.set(copy && this.editable() && isAnswer(copy.value) ? copy.value : stored);
  }

  private copyKey(): string {
    return `check.${this.applicationId()}.${this.check().code}.${this.session.me()?.id ?? ''}`;
  }
}

function isAnswer(value: unknown): value is Answer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'result' in value &&
    'note' in value &&
    typeof value.note === 'string'
  );
}

function keyed<T>(name: () => string, options: Omit<AutosaveOptions<T>, 'key'>): AutosaveOptions<T> {
  return {
    ...options,
    get key(): string {
      return name();
    },
  };
}
