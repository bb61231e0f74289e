import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { applyEach, form, maxLength } from '@angular/forms/signals';
import { ApiProblem, LocalCopies, Session, injectTexts } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { Conflicts, autosave } from '@wir/shared/ui';
import { NoticeClient } from '../data/notice-client';
import { NoticeStore } from '../detail/notice-store';
import { conflictFields, mergeDrafts } from './draft-conflict';
import { EMPTY_DRAFT, draftOf, isDraftValue, isSameDraft, provisionsToSend, type DraftValue } from './draft-value';

/** Stored soon after the last key, so that the preview follows within a second. */
const SAVE_AFTER_MS = 400;
const MAX_TEXT = 10_000;
const MAX_PROVISION = 4000;

interface Undo {
  /** Text key of what was done. */
  readonly label: string;
  /** Selector of where it happened; the focus goes back there. */
  readonly place: string;
  readonly before: DraftValue;
  readonly after: DraftValue;
}

/** What is being written on the notice: the form, its autosave, and both versions when somebody else wrote too. */
@Injectable()
export class NoticeDraft {
  private readonly client = inject(NoticeClient);
  private readonly store = inject(NoticeStore);
  private readonly session = inject(Session);
  private readonly copies = inject(LocalCopies);
  private readonly conflicts = inject(Conflicts);
  private readonly t = injectTexts();

  private readonly key = computed(() => `notice.${this.store.id()}.${this.session.me()?.id}`);
  /** Which version the form was last brought in line with. */
  private taken: { readonly id: string; readonly version: number } | null = null;

  readonly value = signal<DraftValue>(EMPTY_DRAFT);
  readonly form = form(this.value, (path) => {
    maxLength(path.texts.purpose, MAX_TEXT);
    maxLength(path.texts.reasons, MAX_TEXT);
    maxLength(path.texts.payoutRule, MAX_TEXT);
    maxLength(path.texts.proofRule, MAX_TEXT);
    maxLength(path.texts.closing, MAX_TEXT);
    applyEach(path.provisions, (provision) => maxLength(provision.text, MAX_PROVISION));
  });
  readonly editable = computed(() => this.store.notice.value()?.state === 'DRAFT' && this.store.may('edit'));
  readonly autosave = autosave<DraftValue>(this.saving());
  readonly unsaved = computed(() => this.editable() && this.autosave.unsaved());
  /** Something typed earlier on this device was brought back. */
  readonly restored = signal(false);
  private readonly last = signal<Undo | null>(null);
  /** The last change that a button made; typing afterwards ends the offer to take it back. */
  readonly undo = computed(() => {
    const last = this.last();
    return last && last.after === this.value() ? last : null;
  });

  constructor() {
    effect(() => {
      const notice = this.store.notice.value();
      if (notice) untracked(() => this.follow(notice));
    });
  }

  /** A change made by a button; it is stored like typed text and can be taken back. */
  change(edit: (value: DraftValue) => DraftValue, label: string, place: string): void {
    const before = this.value();
    const after = edit(before);
    this.value.set(after);
    this.last.set({ label, place, before, after });
  }

  /** Answers where the change had been. */
  takeBack(): string | null {
    const undo = this.undo();
    if (!undo) return null;
    this.last.set(null);
    this.value.set(undo.before);
    return undo.place;
  }

  saveNow(): Promise<boolean> {
    return this.editable() ? this.autosave.flush() : Promise.resolve(true);
  }

  /** After a 412: both versions side by side; what was chosen goes on and is stored. */
  async resolve(): Promise<void> {
    const id = this.store.id();
    if (!id) return;
    const fresh = await this.client.byId(id);
    if (await this.merge(this.value(), fresh)) await this.autosave.flush();
  }

  /** The server's state moves the form only where nothing typed would be lost. */
  private follow(notice: NoticeDto): void {
    if (this.taken?.id === notice.id && this.taken.version === notice.version) return;
    const isFirst = this.taken?.id !== notice.id;
    if (!isFirst && notice.state === 'DRAFT' && this.autosave.unsaved()) return;
    const copy = isFirst && this.editable() ? this.copies.find(this.key()) : null;
    this.take(notice);
    if (copy && isDraftValue(copy.value) && !isSameDraft(copy.value, draftOf(notice))) {
      if (copy.version === notice.version) this.restore(copy.value);
      else void this.offer(copy.value, copy.version, notice);
    }
  }

  private take(notice: NoticeDto): void {
    const value = draftOf(notice);
    this.taken = { id: notice.id, version: notice.version };
    this.value.set(value);
    this.autosave.adopt(value);
  }

  private restore(value: DraftValue): void {
    this.value.set(value);
    this.restored.set(true);
  }

  /** An unsaved text of an older version: never over the newer one without asking, never thrown away. */
  private async offer(mine: DraftValue, version: number, fresh: NoticeDto): Promise<void> {
    if (!(await this.merge(mine, fresh))) this.copies.keep(this.key(), mine, version);
  }

  private async merge(mine: DraftValue, fresh: NoticeDto): Promise<boolean> {
    const theirs = draftOf(fresh);
    const resolution = await this.conflicts.resolve({
      changedBy: null,
      changedAt: fresh.updatedAt,
      fields: conflictFields(mine, theirs, this.t),
    });
    if (!resolution) return false;
    this.take(fresh);
    this.store.notice.set(fresh);
    this.value.set(mergeDrafts(mine, theirs, resolution));
    return true;
  }

  private saving(): Parameters<typeof autosave<DraftValue>>[0] {
    const key = this.key;
    return {
      get key() {
        return key();
      },
      value: this.value,
      version: computed(() => this.store.notice.value()?.version ?? 0),
      enabled: computed(() => this.editable() && this.form().valid()),
      delayMs: SAVE_AFTER_MS,
      save: (value, version) => this.save(value, version),
    };
  }

  private async save(value: DraftValue, version: number): Promise<void> {
    const id = this.store.id();
    if (!id) return;
    try {
      const change = { texts: value.texts, ancillaryProvisions: provisionsToSend(value.provisions) };
      const answer = await this.client.update(id, change, version);
      this.taken = { id, version: answer.version };
      this.store.notice.set(answer);
    } catch (error) {
      // Signed or given to signature meanwhile: the page must show it instead of offering fields that cannot be stored.
      if (error instanceof ApiProblem && error.status === 409) this.store.notice.reload();
      throw error;
    }
  }
}
