import { BUNDLE_KINDS, BUNDLE_STATE_LABELS, type BundleKind, type BundleState } from '@wir/records/domain';
import { EnumField, IntField, MomentField, pageOf, PageQueryDto, TextField, UuidField } from '@wir/shared/api';

const STATES = Object.keys(BUNDLE_STATE_LABELS) as BundleState[];

export class RequestBundleDto {
  @EnumField(BUNDLE_KINDS, { name: 'BundleKind' }) kind!: BundleKind;
  @TextField({ max: 36, description: 'Id of the application or disbursement request, or the budget year' })
  objectId!: string;
  @IntField({ min: 1, optional: true, description: 'Make it again as of this event of the trail, byte for byte' })
  headSequence?: number;
}

export class BundleQueryDto extends PageQueryDto {
  @EnumField(BUNDLE_KINDS, { name: 'BundleKind', optional: true }) kind?: BundleKind;
}

export class BundleDto {
  @UuidField() id!: string;
  @EnumField(BUNDLE_KINDS, { name: 'BundleKind' }) kind!: BundleKind;
  @TextField({ max: 36 }) objectId!: string;
  @TextField({ max: 300 }) label!: string;
  @EnumField(STATES, { name: 'BundleState' }) state!: BundleState;
  @IntField({ min: 0 }) done!: number;
  @IntField({ min: 0 }) total!: number;
  @IntField({ min: 0, nullable: true, description: 'Newest event of the trail in the bundle' })
  headSequence!: number | null;
  @TextField({ max: 64, nullable: true }) sha256!: string | null;
  @IntField({ min: 0, nullable: true }) size!: number | null;
  @TextField({ max: 100, nullable: true, description: 'Why it failed' }) failureCode!: string | null;
  @MomentField() requestedAt!: string;
  @TextField({ max: 200 }) requestedByName!: string;
  @MomentField({ nullable: true }) finishedAt!: string | null;
}

export class BundlePageDto extends pageOf(BundleDto) {}
