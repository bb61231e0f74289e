import { cents, localDate, type Cents, type LocalDate } from '@wir/shared/kernel';
import type { ValueTransformer } from 'typeorm';

/** `bigint` ↔ Cents, for `@Column({ type: 'bigint', transformer: centsColumn })`. */
export const centsColumn: ValueTransformer = {
  from: (value: string | number | null): Cents | null => (value === null ? null : cents(Number(value))),
  to: (value: Cents | null | undefined): number | null | undefined => value,
};

/** `date` ↔ LocalDate, for `@Column({ type: 'date', transformer: localDateColumn })`. */
export const localDateColumn: ValueTransformer = {
  from: (value: string | null): LocalDate | null => (value === null ? null : localDate(value)),
  to: (value: LocalDate | null | undefined): string | null | undefined => value,
};
