import {
  BooleanField,
  CentsField,
  DayField,
  IntField,
  ListField,
  MomentField,
  pageOf,
  PageQueryDto,
  SortField,
  TextField,
} from '@wir/shared/api';

/** Part of a module with its cap: per full-time equivalent for posts, per centre for the fund. */
export class ModuleComponentDto {
  @TextField({ max: 60 }) code!: string;
  @TextField({ max: 200 }) title!: string;
  @CentsField() capCentsPerUnitYear!: number;
  @IntField({ min: 1 }) maxUnits!: number;
}

export class CallModuleDto {
  @TextField({ max: 60 }) code!: string;
  @TextField({ max: 200 }) title!: string;
  @ListField(() => ModuleComponentDto) components!: ModuleComponentDto[];
}

/** Förderaufruf. Open until its closing day has passed; later applications are marked late unless the day cuts off. */
export class FundingCallDto {
  @TextField({ max: 60 }) code!: string;
  @TextField({ max: 200 }) title!: string;
  @TextField({ max: 60 }) programmeCode!: string;
  @MomentField() opensAt!: string;
  @DayField() closesOn!: string;
  @DayField() periodStart!: string;
  @DayField() periodEnd!: string;
  @BooleanField() isOpen!: boolean;
  @ListField(() => CallModuleDto) modules!: CallModuleDto[];
}

export class FundingCallPageDto extends pageOf(FundingCallDto) {}

export class FundingCallQueryDto extends PageQueryDto {
  @SortField(['opensAt', 'closesOn', 'code']) sort?: string;
}
