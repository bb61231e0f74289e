import { TRANSFER_KINDS, type TransferKind } from '@wir/budget/domain';
import { CentsField, EnumField, IntField, ListField, MomentField, TextField } from '@wir/shared/api';

const ANY_SIGN = { min: -9_999_999_999_999 } as const;

export class BudgetDifferenceQueryDto {
  @MomentField({ description: 'As we knew it then' }) from!: string;
  @MomentField({ optional: true, description: 'Missing: now' }) to?: string;
}

/** One figure at both moments; `differenceCents` is what the bookings in between add up to. */
export class FigureDifferenceDto {
  @IntField() year!: number;
  @IntField({ nullable: true, description: 'Of authorisations: the year they fall due in' }) dueYear!: number | null;
  @TextField({ max: 40 }) figure!: string;
  @CentsField(ANY_SIGN) beforeCents!: number;
  @CentsField(ANY_SIGN) afterCents!: number;
  @CentsField(ANY_SIGN) differenceCents!: number;
}

/** Bookings of one kind between the two moments. */
export class ExplainingBookingsDto {
  @IntField() year!: number;
  @IntField({ nullable: true }) dueYear!: number | null;
  @EnumField(TRANSFER_KINDS, { name: 'TransferKind' }) kind!: TransferKind;
  @TextField({ max: 40 }) fromFigure!: string;
  @TextField({ max: 40 }) toFigure!: string;
  @IntField({ min: 1 }) count!: number;
  @CentsField() amountCents!: number;
}

export class BudgetDifferenceDto {
  @MomentField() from!: string;
  @MomentField() to!: string;
  @ListField(() => FigureDifferenceDto, { max: 1000 }) figures!: FigureDifferenceDto[];
  @ListField(() => ExplainingBookingsDto, { max: 1000 }) bookings!: ExplainingBookingsDto[];
}
