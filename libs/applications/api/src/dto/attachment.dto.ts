import { ATTACHMENT_KINDS, type AttachmentKind } from '@wir/applications/domain';
import { EnumField, IntField, MomentField, TextField, UuidField } from '@wir/shared/api';

export class AttachmentDto {
  @UuidField() id!: string;
  @EnumField(ATTACHMENT_KINDS, { name: 'AttachmentKind' }) kind!: AttachmentKind;
  @TextField({ max: 255 }) fileName!: string;
  @TextField({ max: 100 }) mediaType!: string;
  @IntField({ min: 0 }) sizeBytes!: number;
  @TextField({ max: 64 }) sha256!: string;
  @MomentField() uploadedAt!: string;
  @TextField({ max: 200 }) uploadedBy!: string;
}

/** The fields that travel beside the file. */
export class UploadAttachmentDto {
  @EnumField(ATTACHMENT_KINDS, { name: 'AttachmentKind' }) kind!: AttachmentKind;
}
