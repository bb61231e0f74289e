import { BooleanField, TextField } from './fields';

/** What this user may do with the resource now; a disabled action says why. */
export class ActionDto {
  @TextField({ max: 60 }) action!: string;
  @BooleanField() allowed!: boolean;
  @TextField({ max: 100, nullable: true }) reasonCode!: string | null;
}
