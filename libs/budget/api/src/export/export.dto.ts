import { EnumField, IntField, MomentField, TextField, UuidField } from '@wir/shared/api';

export const EXPORT_FORMATS = ['xlsx', 'csv', 'pdf'] as const;

export class BudgetExportQueryDto {
  @EnumField(EXPORT_FORMATS, { name: 'BudgetExportFormat' }) format!: (typeof EXPORT_FORMATS)[number];
  @IntField({ min: 2000, max: 2199, optional: true, fromQuery: true, description: 'Bookings of this year only' })
  year?: number;
  @MomentField({ optional: true }) asOf?: string;
  @UuidField({ optional: true }) applicantId?: string;
  @TextField({ max: 40, optional: true }) moduleCode?: string;
}
