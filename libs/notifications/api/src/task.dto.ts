import { CentsField, DayField, EnumField, IntField, ListField, MomentField, TextField } from '@wir/shared/api';

const TASK_OBJECT_TYPES = [
  'APPLICATION',
  'NOTICE',
  'AWARD',
  'BANK_ACCOUNT',
  'DISBURSEMENT_REQUEST',
  'PAYMENT_ORDER',
  'PAYMENT_RUN',
  'PAYMENT_DISCREPANCY',
  'BUDGET_ACT',
  'BUDGET_SCENARIO',
] as const;

/** Something that waits for this person, verb first, with the page where it is done. */
export class TaskDto {
  @TextField({ max: 200 }) id!: string;
  @TextField({ max: 60 }) kind!: string;
  @EnumField(TASK_OBJECT_TYPES, { name: 'TaskObjectType' }) objectType!: (typeof TASK_OBJECT_TYPES)[number];
  @TextField({ max: 60 }) objectId!: string;
  @TextField({ max: 200, description: 'Of the case; else number or name of the object' }) caseNumber!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @TextField({ max: 200 }) title!: string;
  @CentsField({ nullable: true }) amountCents!: number | null;
  @DayField({ nullable: true }) dueDate!: string | null;
  @MomentField() since!: string;
  @TextField({ max: 200 }) link!: string;
}

export class TaskGroupDto {
  @TextField({ max: 60 }) kind!: string;
  @TextField({ max: 200 }) title!: string;
  @IntField({ min: 0 }) count!: number;
  @CentsField() sumCents!: number;
}

export class TaskListDto {
  @ListField(() => TaskDto, { max: 500 }) items!: TaskDto[];
  @ListField(() => TaskGroupDto) groups!: TaskGroupDto[];
  @DayField({ nullable: true, description: 'Next date of the cases when nothing is to be done' }) nextDate!:
    string | null;
}
