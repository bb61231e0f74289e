import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ATTACHMENT_KINDS, type AttachmentKind } from '@wir/applications/domain';
import { Texts, injectTexts, problemText } from '@wir/shared/console';
import type { AttachmentDto } from '@wir/shared/contract';
import { Confirm, Icon } from '@wir/shared/ui';
import { ApplicationClient } from '../../data/application-client';
import { AttachmentList } from '../../detail/attachment-list';
import { PathProblems } from '../path-problems';
import { RequestNote } from '../request-note';
import { StepFrame } from '../step-frame';
import { Uploads, type UploadRow } from '../uploads';
import { WizardStore } from '../wizard-store';

/** Annexes: chosen by button or dropped onto the page; each file shows its own way to the server. */
@Component({
  selector: 'app-attachment-step',
  imports: [AttachmentList, Icon, MatButton, PathProblems, RequestNote, StepFrame],
  providers: [Uploads],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attachment-step.html',
  styleUrl: './attachment-step.scss',
})
export class AttachmentStep {
  private readonly client = inject(ApplicationClient);
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(Texts);
  protected readonly store = inject(WizardStore);
  protected readonly uploads = inject(Uploads);
  protected readonly t = injectTexts();
  protected readonly kinds = ATTACHMENT_KINDS;
  protected readonly accept = '.pdf,.docx,.odt,.xlsx,.png,.jpg,.jpeg';

  protected readonly attachments = computed(() => this.store.application.value()?.attachments ?? []);
  /** The annex nobody can do without comes first. */
  protected readonly kind = linkedSignal<AttachmentKind>(() =>
    this.attachments().some(({ kind }) => kind === 'CONCEPT') ? 'OTHER' : 'CONCEPT',
  );
  protected readonly isOver = signal(false);
  protected readonly said = signal('');

  protected choose(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.take([...(event.target.files ?? [])]);
    event.target.value = '';
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.take([...(event.dataTransfer?.files ?? [])]);
  }

  protected over(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(true);
  }

  protected changeKind(value: string): void {
    const kind = ATTACHMENT_KINDS.find((candidate) => candidate === value);
    if (kind) this.kind.set(kind);
  }

  protected sentence(row: UploadRow): string {
    return row.problem ? problemText(row.problem, this.texts.language()) : '';
  }

  protected async remove(attachment: AttachmentDto): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'applications.attachments.removeTitle',
      text: 'applications.attachments.removeText',
      confirm: 'applications.attachments.remove',
      params: { name: attachment.fileName },
      tone: 'danger',
    });
    if (!answer) return;
    const problem = await this.store.attach(() =>
      this.client.removeAttachment(this.store.id() ?? '', attachment.id, this.store.version()),
    );
    const { language } = this.texts;
    this.said.set(
      problem
        ? problemText(problem, language())
        : this.t('applications.attachments.removed', { name: attachment.fileName }),
    );
  }

  private take(files: readonly File[]): void {
    if (this.store.editable()) for (const file of files) void this.uploads.add(file, this.kind());
  }
}
