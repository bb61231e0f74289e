import { BooleanField, MomentField, pageOf, PageQueryDto, TextField, UuidField } from '@wir/shared/api';

/** An excluded or biased person (§§ 20, 21 HVwVfG): no writing access to the cases of the municipality. */
export class ConflictOfInterestDto {
  @UuidField() id!: string;
  @UuidField() personId!: string;
  @TextField({ max: 200 }) personName!: string;
  @UuidField() applicantId!: string;
  @TextField({ max: 300, nullable: true }) applicantName!: string | null;
  @TextField({ max: 500 }) reason!: string;
  @TextField({ max: 200 }) recordedByName!: string;
  @MomentField() recordedAt!: string;
  @MomentField({ nullable: true }) endedAt!: string | null;
  @TextField({ max: 200, nullable: true }) endedByName!: string | null;
  @TextField({ max: 500, nullable: true }) endReason!: string | null;
}

export class ConflictOfInterestPageDto extends pageOf(ConflictOfInterestDto) {}

export class ConflictQueryDto extends PageQueryDto {
  @BooleanField({ optional: true, fromQuery: true, description: 'Only those in force' }) open?: boolean;
}

export class RecordConflictDto {
  @UuidField() applicantId!: string;
  @TextField({ min: 3, max: 500 }) reason!: string;
  @UuidField({ optional: true, description: 'Another account of the authority; oneself when left out' })
  accountId?: string;
}
