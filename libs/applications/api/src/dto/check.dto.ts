import { CHECK_GROUP_LABELS, CHECK_RESULTS, type CheckGroup, type CheckResult } from '@wir/applications/domain';
import { EnumField, IntField, ListField, MomentField, ObjectField, TextField } from '@wir/shared/api';

const CHECK_GROUPS = Object.keys(CHECK_GROUP_LABELS);

/** What the figures of the application say by themselves. */
export class AutomaticResultDto {
  @EnumField(['YES', 'NO'], { name: 'AutomaticResult' }) result!: 'YES' | 'NO';
  @TextField({ max: 500 }) text!: string;
}

export class CheckDto {
  @TextField({ max: 60 }) code!: string;
  @EnumField(CHECK_GROUPS, { name: 'CheckGroup' }) group!: CheckGroup;
  @TextField({ max: 500 }) question!: string;
  @TextField({ max: 200 }) source!: string;
  @ObjectField(() => AutomaticResultDto, { nullable: true }) automatic!: AutomaticResultDto | null;
  @EnumField(CHECK_RESULTS, { name: 'CheckResult', nullable: true }) result!: CheckResult | null;
  @TextField({ max: 4000, multiline: true }) note!: string;
  @TextField({ max: 200, nullable: true }) answeredBy!: string | null;
  @MomentField({ nullable: true }) answeredAt!: string | null;
  @IntField({ min: 0 }) version!: number;
}

export class CheckListDto {
  @ListField(() => CheckDto) items!: CheckDto[];
  @IntField({ min: 0 }) answered!: number;
  @IntField({ min: 0 }) total!: number;
}

export class AnswerCheckDto {
  @EnumField(CHECK_RESULTS, { name: 'CheckResult' }) result!: CheckResult;
  @TextField({ max: 4000, multiline: true, optional: true }) note?: string;
}
