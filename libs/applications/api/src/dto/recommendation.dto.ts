import { CentsField, IntField, ListField, TextField } from '@wir/shared/api';

export class ProposedYearDto {
  @IntField({ min: 2000, max: 2199 }) year!: number;
  @CentsField() proposedCents!: number;
}

/** Prüfvermerk: what the review proposes to grant. */
export class RecommendationDto {
  @ListField(() => ProposedYearDto) years!: ProposedYearDto[];
  @TextField({ max: 10_000, multiline: true }) reasons!: string;
  @CentsField() proposedCents!: number;
}

export class RecommendDto {
  @ListField(() => ProposedYearDto, { min: 1, max: 20 }) years!: ProposedYearDto[];
  @TextField({ max: 10_000, multiline: true }) reasons!: string;
}
