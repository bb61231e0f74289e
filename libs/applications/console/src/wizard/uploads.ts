import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { AttachmentKind } from '@wir/applications/domain';
import { ApiProblem, asApiProblem, injectTexts } from '@wir/shared/console';
import { AttachmentUpload } from '../data/attachment-upload';
import { WizardStore } from './wizard-store';

/** The server refuses larger files; saying so first spares the way. */
const LIMIT_BYTES = 25 * 1024 * 1024;

export interface UploadRow {
  readonly id: number;
  readonly name: string;
  readonly kind: AttachmentKind;
  /** 0 to 1. */
  readonly share: number;
  readonly problem: ApiProblem | null;
}

interface Sending {
  readonly file: File;
  readonly key: string;
  abort: AbortController;
}

/** Files on their way: progress, cancel and a second attempt for each. */
@Injectable()
export class Uploads {
  private readonly upload = inject(AttachmentUpload);
  private readonly store = inject(WizardStore);
  private readonly t = injectTexts();
  private readonly sendings = new Map<number, Sending>();
  private readonly list = signal<readonly UploadRow[]>([]);
  private nextId = 1;

  readonly rows = this.list.asReadonly();
  readonly said = signal('');

  constructor() {
    inject(DestroyRef).onDestroy(() => this.sendings.forEach(({ abort }) => abort.abort()));
  }

  add(file: File, kind: AttachmentKind): Promise<void> {
    const id = this.nextId++;
    this.sendings.set(id, { file, key: crypto.randomUUID(), abort: new AbortController() });
    this.list.update((rows) => [...rows, { id, name: file.name, kind, share: 0, problem: null }]);
    if (file.size > LIMIT_BYTES) {
      this.change(id, { problem: new ApiProblem(422, 'document.too-large', '', '', [], { limitBytes: LIMIT_BYTES }) });
      return Promise.resolve();
    }
    return this.send(id);
  }

  retry(id: number): Promise<void> {
    const sending = this.sendings.get(id);
    if (sending) sending.abort = new AbortController();
    this.change(id, { problem: null, share: 0 });
    return this.send(id);
  }

  cancel(id: number): void {
    this.sendings.get(id)?.abort.abort();
    this.dismiss(id);
  }

  dismiss(id: number): void {
    this.sendings.delete(id);
    this.list.update((rows) => rows.filter((row) => row.id !== id));
  }

  private async send(id: number): Promise<void> {
    const sending = this.sendings.get(id);
    const row = this.list().find((candidate) => candidate.id === id);
    if (!sending || !row) return;
    const { file, key, abort } = sending;
    const problem = await this.store.attach(async () => {
      if (abort.signal.aborted) return;
      const progress = (share: number): void => this.change(id, { share });
      await this.upload.send(this.store.id() ?? '', file, row.kind, key, progress, abort.signal);
    });
    if (abort.signal.aborted) return this.dismiss(id);
    if (problem) return this.change(id, { problem: asApiProblem(problem) });
    this.dismiss(id);
    this.said.set(this.t('applications.attachments.added', { name: file.name }));
  }

  private change(id: number, change: Partial<UploadRow>): void {
    this.list.update((rows) => rows.map((row) => (row.id === id ? { ...row, ...change } : row)));
  }
}
