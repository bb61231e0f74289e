import {
  CommaListField,
  EnumField,
  IntField,
  pageOf,
  PageQueryDto,
  SortField,
  TextField,
  UuidField,
} from '@wir/shared/api';

export const APPLICANT_KINDS = ['landkreis', 'kreisfreie_stadt', 'sonderstatusstadt'] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/** A municipality that may apply, with the name and key in force today. */
export class ApplicantDto {
  @UuidField() id!: string;
  @TextField({ max: 10 }) code!: string;
  @TextField({ max: 200 }) officialName!: string;
  @TextField({ max: 200 }) addresseeBody!: string;
  @EnumField(APPLICANT_KINDS, { name: 'ApplicantKind' }) kind!: ApplicantKind;
  @TextField({ max: 12 }) officialKey!: string;
  @TextField({ max: 100 }) seatTown!: string;
  @TextField({ max: 100 }) governmentRegion!: string;
  @TextField({ max: 100 }) administrativeCourt!: string;
  @IntField({ min: 0 }) populationServed!: number;
}

export class ApplicantPageDto extends pageOf(ApplicantDto) {}

export class ApplicantQueryDto extends PageQueryDto {
  @SortField(['officialName', 'code', 'populationServed']) sort?: string;
  @CommaListField(APPLICANT_KINDS) kind?: ApplicantKind[];
}
