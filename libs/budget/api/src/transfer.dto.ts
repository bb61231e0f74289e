import { TRANSFER_KINDS, type TransferKind } from '@wir/budget/domain';
import {
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

/** Figures of the budget matrix and of the authorisations; each is the balance of the account of that name. */
export const FIGURES = [
  'appropriated',
  'free',
  'locked',
  'reserved',
  'committed',
  'ordered',
  'paid',
  'returned',
  'lapsed',
  've_authorised',
  've_free',
  've_used',
  've_lapsed',
] as const;
export type Figure = (typeof FIGURES)[number];

export class TransferQueryDto extends PageQueryDto {
  @SortField(['bookedAt', 'valueDate', 'amountCents', 'kind']) sort?: string;
  @EnumField([...FIGURES, ...FIGURES.map((figure) => figure.toUpperCase())], {
    optional: true,
    description: 'Figure of the matrix, in either case.',
  })
  account?: string;
  @CommaListField(TRANSFER_KINDS) kind?: TransferKind[];
  @IntField({ min: 2000, max: 2199, optional: true, fromQuery: true, description: 'Authorisations: the due year.' })
  dueYear?: number;
  @UuidField({ optional: true }) awardId?: string;
  @UuidField({ optional: true }) applicationId?: string;
  @UuidField({ optional: true }) applicantId?: string;
  @TextField({ max: 40, optional: true }) moduleCode?: string;
  @UuidField({ optional: true }) lineId?: string;
  @UuidField({ optional: true, description: 'Bookings of one budget act' }) actId?: string;
  @MomentField({ optional: true, description: 'Only what was booked after this moment' }) bookedAfter?: string;
  @MomentField({ optional: true }) asOf?: string;
}

export class TransferDto {
  @TextField({ max: 20 }) id!: string;
  @MomentField() bookedAt!: string;
  @DayField() valueDate!: string;
  @EnumField(TRANSFER_KINDS, { name: 'TransferKind' }) kind!: TransferKind;
  @TextField({ max: 40 }) fromAccount!: string;
  @TextField({ max: 40 }) toAccount!: string;
  @IntField() year!: number;
  @IntField({ nullable: true }) dueYear!: number | null;
  @CentsField() amountCents!: number;
  /** What the transfer adds to the figure that was clicked. */
  @CentsField({ min: -9_999_999_999_999 }) signedCents!: number;
  @UuidField({ nullable: true }) awardId!: string | null;
  @UuidField({ nullable: true }) applicationId!: string | null;
  @TextField({ max: 40, nullable: true }) caseNumber!: string | null;
  @TextField({ max: 200, nullable: true }) applicantName!: string | null;
  @TextField({ max: 40, nullable: true }) noticeNumber!: string | null;
  @TextField({ max: 40, nullable: true }) orderNumber!: string | null;
  /** The act that moved the Ansatz or an authorisation. */
  @UuidField({ nullable: true }) actId!: string | null;
  @TextField({ max: 40, nullable: true }) actNumber!: string | null;
  @TextField({ max: 200 }) bookedBy!: string;
  @TextField({ max: 1000, nullable: true }) reason!: string | null;
}

export class TransferPageDto extends pageOf(TransferDto) {
  /** Over all hits, not only this page: equal to the figure. */
  @CentsField({ min: -9_999_999_999_999 }) sumCents!: number;
}
