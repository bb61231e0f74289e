import { BooleanField, DayField, EnumField, ListField, TextField } from '@wir/shared/api';
import { NOTICE_CHANNELS, type LocalDate, type NoticeChannel } from '@wir/shared/kernel';

export class ReasoningLineDto {
  @DayField() date!: string;
  @TextField({ max: 1000 }) text!: string;
  @TextField({ max: 200 }) source!: string;
}

export class DeadlinesDto {
  @DayField({ nullable: true }) deemedNotifiedOn!: string | null;
  @DayField({ nullable: true }) appealEndsOn!: string | null;
  @DayField({ nullable: true }) finalOn!: string | null;
  @ListField(() => ReasoningLineDto) reasoning!: ReasoningLineDto[];
}

/** A dry computation: nothing is stored. */
export class PreviewDeadlinesDto {
  @EnumField(NOTICE_CHANNELS, { name: 'NoticeChannel' }) channel!: NoticeChannel;
  @DayField() date!: LocalDate;
  @DayField({ optional: true, nullable: true }) retrievedOn?: LocalDate | null;
  @BooleanField({ optional: true }) noticeFaulty?: boolean;
  @DayField({ optional: true, nullable: true }) waivedOn?: LocalDate | null;
  @TextField({ max: 100, optional: true, nullable: true }) court?: string | null;
}
