import { BooleanField, DayField, EnumField, ListField, ObjectField, TextField } from '@wir/shared/api';
import { NOTICE_CHANNELS, type LocalDate, type NoticeChannel } from '@wir/shared/kernel';
import { AncillaryProvisionDto } from './notice.dto';

/** Text blocks that are sent replace those that are stored; the others stay. */
export class UpdateNoticeTextDto {
  @TextField({ max: 10_000, multiline: true, optional: true }) purpose?: string;
  @TextField({ max: 10_000, multiline: true, optional: true }) reasons?: string;
  @TextField({ max: 10_000, multiline: true, optional: true }) payoutRule?: string;
  @TextField({ max: 10_000, multiline: true, optional: true }) proofRule?: string;
  @TextField({ max: 10_000, multiline: true, optional: true }) closing?: string;
}

export class UpdateNoticeDto {
  @ObjectField(() => UpdateNoticeTextDto, { optional: true }) texts?: UpdateNoticeTextDto;
  @ListField(() => AncillaryProvisionDto, { max: 100, optional: true }) ancillaryProvisions?: AncillaryProvisionDto[];
}

export class ReturnNoticeDto {
  @TextField({ min: 1, max: 4000, multiline: true }) remark!: string;
}

export class SignNoticeDto {
  @TextField({ min: 64, max: 64, description: 'SHA-256 der Vorschau, die gelesen wurde.' }) documentSha256!: string;
}

export class VoidNoticeDto {
  @TextField({ min: 1, max: 4000, multiline: true }) reason!: string;
}

export class DispatchNoticeDto {
  @EnumField(NOTICE_CHANNELS, { name: 'NoticeChannel' }) channel!: NoticeChannel;
  @DayField() date!: LocalDate;
}

export class DocumentQueryDto {
  @BooleanField({ optional: true, fromQuery: true }) draft?: boolean;
}
