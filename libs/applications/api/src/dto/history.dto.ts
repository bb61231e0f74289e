import { AnyValueField, IntField, ListField, MomentField, TextField } from '@wir/shared/api';

export class FieldChangeDto {
  @TextField({ max: 100 }) field!: string;
  @AnyValueField() before!: unknown;
  @AnyValueField() after!: unknown;
}

/** One act of the case; the console makes the sentence from `action`. */
export class HistoryEntryDto {
  @IntField({ min: 1 }) sequence!: number;
  @MomentField() occurredAt!: string;
  @TextField({ max: 200 }) actorName!: string;
  @TextField({ max: 200 }) actorRole!: string;
  @TextField({ max: 200, nullable: true, description: 'Whom the actor stood in for (in Vertretung)' })
  deputyForName!: string | null;
  @TextField({ max: 100 }) action!: string;
  @TextField({ max: 100, description: 'What was acted on: the case, its notice, award, request or order' })
  objectId!: string;
  @TextField({ max: 40, nullable: true }) fromState!: string | null;
  @TextField({ max: 40, nullable: true }) toState!: string | null;
  @TextField({ max: 4000, nullable: true, multiline: true }) reason!: string | null;
  @ListField(() => FieldChangeDto) changes!: FieldChangeDto[];
}

export class HistoryDto {
  @ListField(() => HistoryEntryDto) items!: HistoryEntryDto[];
}
