import { APPLICATION_STATES, type ApplicationState } from '@wir/applications/domain';
import { MODULE_CODES, type ModuleCode } from '@wir/programme/domain';
import {
  BooleanField,
  CentsField,
  CommaListField,
  DayField,
  EnumField,
  IntField,
  MomentField,
  pageOf,
  PageQueryDto,
  SortField,
  TextField,
  UuidField,
} from '@wir/shared/api';

export class ApplicationListItemDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) caseNumber!: string;
  @UuidField() applicantId!: string;
  @TextField({ max: 10 }) applicantCode!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @EnumField(MODULE_CODES, { name: 'ModuleCode' }) moduleCode!: ModuleCode;
  @TextField({ max: 200 }) title!: string;
  @EnumField(APPLICATION_STATES, { name: 'ApplicationState' }) state!: ApplicationState;
  @CentsField() requestedCents!: number;
  @CentsField({ nullable: true }) approvedCents!: number | null;
  @DayField() periodStart!: string;
  @DayField() periodEnd!: string;
  @DayField({ nullable: true }) dueDate!: string | null;
  @BooleanField() late!: boolean;
  @MomentField({ nullable: true }) submittedAt!: string | null;
  @MomentField() updatedAt!: string;
  @TextField({ max: 200, nullable: true }) assigneeName!: string | null;
  @IntField({ min: 1 }) version!: number;
}

/** The sum is over all hits, not over the page. */
export class ApplicationPageDto extends pageOf(ApplicationListItemDto) {
  @CentsField() sumRequestedCents!: number;
}

export const APPLICATION_SORTS = [
  'updatedAt',
  'submittedAt',
  'requestedCents',
  'caseNumber',
  'applicantName',
  'state',
  'dueDate',
] as const;
export type ApplicationSort = (typeof APPLICATION_SORTS)[number];

export class ApplicationQueryDto extends PageQueryDto {
  @SortField(APPLICATION_SORTS) sort?: string;
  @CommaListField(APPLICATION_STATES) state?: ApplicationState[];
  @CommaListField('uuid') applicantId?: string[];
  @CommaListField(MODULE_CODES) moduleCode?: ModuleCode[];
  @CommaListField('int') year?: number[];
  @BooleanField({ optional: true, fromQuery: true }) late?: boolean;
}
