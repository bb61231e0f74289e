import { BooleanField, CentsField, IntField, ListField, MomentField, TextField, UuidField } from '@wir/shared/api';

/** An export the register knows and this database does not. */
export class RegisterRunDto {
  @UuidField() runId!: string;
  @TextField({ max: 40 }) runNumber!: string;
  @IntField({ min: 1 }) orderCount!: number;
  @CentsField() sumCents!: number;
  @MomentField() exportedAt!: string;
}

/** State of the register of exports (Ausgaberegister) that lies outside the database. */
export class ExportRegisterDto {
  @BooleanField({ description: 'Nothing stands against ordering and exporting' }) ok!: boolean;
  @IntField({ min: 0 }) entryCount!: number;
  @TextField({ max: 40, nullable: true }) lastRunNumber!: string | null;
  @IntField({ min: 1, nullable: true, description: 'First line that is unreadable or changed' }) damagedLine!:
    number | null;
  @ListField('text', { max: 10_000 }) missingRunNumbers!: string[];
  @ListField(() => RegisterRunDto, { max: 10_000 }) missingRuns!: RegisterRunDto[];
}

export class RegisterReconciliationDto {
  @IntField({ min: 0 }) adoptedRuns!: number;
  @IntField({ min: 0 }) adoptedOrders!: number;
  @IntField({ min: 0 }) discrepancies!: number;
}
