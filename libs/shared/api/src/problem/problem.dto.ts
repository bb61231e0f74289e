import { IntField, TextField, UuidField } from '../fields/fields';
import { ListField } from '../fields/nested-fields';

export class InputErrorDto {
  @TextField({ max: 300, description: 'Place in the input, for example years[1].requestedCents' }) path!: string;
  @TextField({ max: 100 }) code!: string;
}

/** RFC 9457. Further members depend on the code (for example year, freeCents, earliestDate, currentVersion). */
export class ProblemDto {
  @TextField({ max: 200 }) type!: string;
  @TextField({ max: 200 }) title!: string;
  @IntField() status!: number;
  @TextField({ max: 100, description: 'Stable: domain.reason' }) code!: string;
  @TextField({ max: 1000, description: 'German sentence for the user' }) detail!: string;
  @ListField(() => InputErrorDto, { optional: true, max: 2000 }) errors?: InputErrorDto[];
  @UuidField() requestId!: string;
}
