import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { Texts, injectTexts } from '@wir/shared/console';
import type { AttachmentDto } from '@wir/shared/contract';
import { Icon, MomentPipe } from '@wir/shared/ui';
import { attachmentAddress } from '../data/application-client';
import { fileSize } from './file-size';

/** Annexes with kind, size and download; with `removable` each can be taken out. */
@Component({
  selector: 'app-attachment-list',
  imports: [Icon, MatButton, MatIconButton, MomentPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attachment-list.html',
  styleUrl: './attachment-list.scss',
})
export class AttachmentList {
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();

  readonly applicationId = input.required<string>();
  readonly attachments = input.required<readonly AttachmentDto[]>();
  readonly removable = input(false);
  readonly remove = output<AttachmentDto>();

  protected address(attachment: AttachmentDto): string {
    return attachmentAddress(this.applicationId(), attachment.id);
  }

  protected size({ sizeBytes }: AttachmentDto): string {
    return fileSize(sizeBytes, this.texts.language());
  }
}
