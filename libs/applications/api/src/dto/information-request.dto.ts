import { REQUEST_REASONS, type RequestReason } from '@wir/applications/domain';
import { DayField, EnumField, ListField, MomentField, TextField, UuidField } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';

/** One thing that is missing or wrong, and where: `field` is the path in the application, such as `years[1].income`. */
export class InformationItemDto {
  @TextField({ min: 1, max: 100 }) field!: string;
  @EnumField(REQUEST_REASONS, { name: 'RequestReason' }) reason!: RequestReason;
  @TextField({ min: 1, max: 2000, multiline: true }) text!: string;
}

export class InformationRequestDto {
  @UuidField() id!: string;
  @EnumField(['OPEN', 'ANSWERED'], { name: 'InformationRequestState' }) state!: 'OPEN' | 'ANSWERED';
  @ListField(() => InformationItemDto) items!: InformationItemDto[];
  @DayField() dueDate!: string;
  @MomentField() createdAt!: string;
  @TextField({ max: 200 }) createdBy!: string;
  @MomentField({ nullable: true }) answeredAt!: string | null;
}

/** Nachforderung. Without a day, the term of the programme counts from today. */
export class RequestInformationDto {
  @ListField(() => InformationItemDto, { min: 1, max: 50 }) items!: InformationItemDto[];
  @DayField({ optional: true }) dueDate?: LocalDate;
}
