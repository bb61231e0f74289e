import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { dayCheck, enumCheck, textCheck, uuidCheck, wholeNumberCheck } from './plain-checks';
import { field, type Check, type FieldOptions } from './field';

/** Swagger tells a lazy type from a class by the name `type` of the function, so it is written out as a property below. */
type Constructor = new () => object;

export interface ListOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
  /** Schema name of an enumeration of values. */
  readonly name?: string;
}

/** Kinds of plain values a list may hold; an array of texts is an enumeration. */
export type PlainItem = 'uuid' | 'text' | 'day' | 'int' | readonly string[];

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

export function ObjectField(type: () => Constructor, options: FieldOptions = {}): PropertyDecorator {
  return (target, property) => {
    field(options, { type: () => type() }, (value) => (isObject(value) ? null : 'input.not-an-object'))(
      target,
      property,
    );
    ValidateNested()(target, String(property));
    Type(type)(target, String(property));
  };
}

/** A list of DTOs (`() => ExpenseDto`) or of plain values (`'uuid'`); at most 200 entries unless `max` says otherwise. */
export function ListField(item: (() => Constructor) | PlainItem, options: ListOptions = {}): PropertyDecorator {
  const { min = 0, max = 200 } = options;
  const limits = { minItems: min === 0 ? undefined : min, maxItems: max };
  if (typeof item === 'function') {
    return (target, property) => {
      field(
        options,
        { type: () => item(), isArray: true, ...limits },
        listCheck(min, max, () => null),
      )(target, property);
      ValidateNested({ each: true })(target, String(property));
      Type(item)(target, String(property));
    };
  }
  return field(
    options,
    { ...plainSchema(item, options.name), isArray: true, ...limits },
    listCheck(min, max, plainCheck(item)),
  );
}

/** `?state=DRAFT,SUBMITTED` → `['DRAFT', 'SUBMITTED']`, each checked. */
export function CommaListField(item: PlainItem, options: FieldOptions = {}): PropertyDecorator {
  return (target, property) => {
    const split = (value: unknown): unknown =>
      typeof value === 'string'
        ? value.split(',').map((part) => (item === 'int' && /^\d{1,15}$/.test(part) ? Number(part) : part))
        : value;
    field(
      { ...options, optional: true },
      { ...plainSchema(item), isArray: true },
      listCheck(1, 200, plainCheck(item)),
    )(target, property);
    Transform(({ value }: { value: unknown }) => split(value))(target, String(property));
  };
}

/** `?sort=-submittedAt`: one of the named fields, with a minus for descending. */
export function SortField(names: readonly string[]): PropertyDecorator {
  const values = names.flatMap((name) => [name, `-${name}`]);
  return field({ optional: true }, { type: String, enum: values }, (value) =>
    typeof value === 'string' && values.includes(value) ? null : 'input.unknown-sort',
  );
}

function listCheck(min: number, max: number, check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return 'input.not-a-list';
    if (value.length < min) return 'input.too-few';
    if (value.length > max) return 'input.too-many';
    for (const item of value) {
      const fault = check(item);
      if (fault) return fault;
    }
    return null;
  };
}

function plainCheck(item: PlainItem): Check {
  if (item === 'uuid') return uuidCheck;
  if (item === 'day') return dayCheck;
  if (item === 'int') return wholeNumberCheck(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  if (item === 'text') return textCheck(0, 500, false);
  return enumCheck(item);
}

function plainSchema(item: PlainItem, enumName?: string): Parameters<typeof ApiProperty>[0] {
  if (item === 'uuid') return { type: String, format: 'uuid' };
  if (item === 'day') return { type: String, format: 'date' };
  if (item === 'int') return { type: 'integer' };
  if (item === 'text') return { type: String };
  return { enum: [...item], ...(enumName ? { enumName } : {}) };
}
