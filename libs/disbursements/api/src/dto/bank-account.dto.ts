import {
  ActionDto,
  CommaListField,
  EnumField,
  ListField,
  MomentField,
  pageOf,
  PageQueryDto,
  SortField,
  TextField,
  UuidField,
} from '@wir/shared/api';

export const BANK_ACCOUNT_STATES = ['PROPOSED', 'CONFIRMED', 'SUPERSEDED'] as const;

/** Bank data of a municipality: proposed by its signatory, confirmed by another person of the authority. */
export class BankAccountDto {
  @UuidField() id!: string;
  @TextField({ max: 34 }) iban!: string;
  @TextField({ max: 70 }) accountHolder!: string;
  @EnumField(BANK_ACCOUNT_STATES, { name: 'BankAccountState' }) state!: (typeof BANK_ACCOUNT_STATES)[number];
  @UuidField() applicantId!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @UuidField({ nullable: true, description: 'Latest award of the municipality' }) awardId!: string | null;
  @MomentField() proposedAt!: string;
  @TextField({ max: 200 }) proposedBy!: string;
  @MomentField({ nullable: true }) confirmedAt!: string | null;
  @TextField({ max: 200, nullable: true }) confirmedBy!: string | null;
  @MomentField({ nullable: true, description: 'After a change nothing is paid to it until then' })
  holdUntil!: string | null;
  @ListField(() => ActionDto) actions!: ActionDto[];
}

export class BankAccountPageDto extends pageOf(BankAccountDto) {}

export class BankAccountQueryDto extends PageQueryDto {
  @SortField(['proposedAt', 'applicantName']) sort?: string;
  @CommaListField(BANK_ACCOUNT_STATES) state?: (typeof BANK_ACCOUNT_STATES)[number][];
}
