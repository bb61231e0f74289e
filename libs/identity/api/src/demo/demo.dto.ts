import { ROLES, type Role } from '@wir/identity/domain';
import { DayField, EmailField, ListField, MomentField, TextField } from '@wir/shared/api';

export class DemoAccountDto {
  @EmailField() email!: string;
  @TextField({ max: 200 }) name!: string;
  @ListField(ROLES, { name: 'Role' }) roles!: Role[];
  @TextField({ max: 300, nullable: true }) applicantName!: string | null;
}

export class DemoAccountListDto {
  @ListField(() => DemoAccountDto) items!: DemoAccountDto[];
}

export class MoveClockDto {
  @MomentField({ description: 'Where the clock is to stand; jobs due until then run' }) now!: string;
}

export class ClockDto {
  @MomentField() now!: string;
  @DayField({ description: 'Today in Europe/Berlin' }) today!: string;
}
