import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import {
  booleanCheck,
  dayCheck,
  decimalCheck,
  emailCheck,
  enumCheck,
  momentCheck,
  textCheck,
  tidyText,
  uuidCheck,
  wholeNumberCheck,
} from './plain-checks';
import { field, type FieldOptions } from './field';

/** 99,999,999,999.99 €: far above the programme, far below the edge of exact numbers. */
const MAX_CENTS = 9_999_999_999_999;

export interface RangeOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
}

/** Numbers in a query string are text; only digits are read as a number. */
export function readWholeNumber(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

export function UuidField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'uuid' }, uuidCheck, (value) =>
    typeof value === 'string' ? value.toLowerCase() : value,
  );
}

/** Whole euro cents; not negative unless `min` says so. */
export function CentsField(options: RangeOptions = {}): PropertyDecorator {
  const { min = 0, max = MAX_CENTS } = options;
  return field(options, { type: 'integer', format: 'int64', minimum: min, maximum: max }, wholeNumberCheck(min, max));
}

export function IntField(options: RangeOptions & { readonly fromQuery?: boolean } = {}): PropertyDecorator {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = options;
  const limits = {
    ...(options.min === undefined ? {} : { minimum: min }),
    ...(options.max === undefined ? {} : { maximum: max }),
  };
  return field(
    options,
    { type: 'integer', ...limits },
    wholeNumberCheck(min, max),
    options.fromQuery ? readWholeNumber : undefined,
  );
}

/** For shares of a post (0.5) and the like; never for money. */
export function NumberField(options: RangeOptions & { readonly decimals?: number } = {}): PropertyDecorator {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER, decimals = 2 } = options;
  return field(
    options,
    { type: 'number', minimum: options.min, maximum: options.max },
    decimalCheck(min, max, decimals),
  );
}

export interface TextOptions extends FieldOptions {
  readonly min?: number;
  readonly max: number;
  readonly multiline?: boolean;
}

/** NFC-normalised text without control or bidi characters; `min: 1` refuses the empty text. */
export function TextField(options: TextOptions): PropertyDecorator {
  const { min = 0, max, multiline = false } = options;
  const lengths = { maxLength: max, ...(min > 0 ? { minLength: min } : {}) };
  return field(options, { type: String, ...lengths }, textCheck(min, max, multiline), tidyText(multiline));
}

/** Passwords and the like: taken as typed, only bounded. */
export function SecretField(options: FieldOptions & { readonly max?: number } = {}): PropertyDecorator {
  const { max = 128 } = options;
  return field(options, { type: String, format: 'password', maxLength: max }, (value) =>
    typeof value === 'string' && value.length > 0 && value.length <= max && !value.includes('\0')
      ? null
      : 'input.not-text',
  );
}

export function EmailField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'email', maxLength: 254 }, emailCheck, (value) =>
    typeof value === 'string' ? value.normalize('NFC').trim() : value,
  );
}

/** A calendar day `YYYY-MM-DD` (Europe/Berlin), never a time. */
export function DayField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'date' }, dayCheck);
}

/** A moment with its offset; answers carry UTC. */
export function MomentField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'date-time' }, momentCheck);
}

export function BooleanField(options: FieldOptions & { readonly fromQuery?: boolean } = {}): PropertyDecorator {
  const read = (value: unknown): unknown => (value === 'true' ? true : value === 'false' ? false : value);
  return field(options, { type: Boolean }, booleanCheck, options.fromQuery ? read : undefined);
}

/** `name` makes it one named schema in OpenAPI, shared by all fields that name it. */
export function EnumField(
  values: readonly string[],
  options: FieldOptions & { readonly name?: string } = {},
): PropertyDecorator {
  return field(options, { enum: [...values], ...(options.name ? { enumName: options.name } : {}) }, enumCheck(values));
}

/** Any JSON, for answers only (before and after images of the audit trail). */
export function AnyField(options: FieldOptions = {}): PropertyDecorator {
  return (target, property) => {
    Allow()(target, String(property));
    const schema = {
      type: 'object',
      additionalProperties: true,
      nullable: true,
      required: !options.optional,
      description: options.description,
    };
    ApiProperty(schema as unknown as ApiPropertyOptions)(target, property);
  };
}

/** Any JSON value in an answer: text, number, boolean, list, object or nothing. */
export function AnyValueField(options: FieldOptions = {}): PropertyDecorator {
  return (target, property) => {
    Allow()(target, String(property));
    const oneOf = [
      { type: 'string' },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'array', items: {} },
      { type: 'object', additionalProperties: true },
    ];
    const schema = { oneOf, nullable: true, required: !options.optional, description: options.description };
    ApiProperty(schema as unknown as ApiPropertyOptions)(target, property);
  };
}
