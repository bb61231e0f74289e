import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy, ValidateIf } from 'class-validator';

export interface FieldOptions {
  /** May be left out. */
  readonly optional?: boolean;
  /** May be null. */
  readonly nullable?: boolean;
  readonly description?: string;
}

/** Null when the value is right, else the code of what is wrong with it. */
export type Check = (value: unknown) => string | null;

/** One decorator per field: the check at run time and the description in OpenAPI cannot drift apart. */
export function field(
  options: FieldOptions,
  api: ApiPropertyOptions,
  check: Check,
  transform?: (value: unknown) => unknown,
): PropertyDecorator {
  return (target, property) => {
    if (options.optional) ValidateIf((_object, value: unknown) => value !== undefined)(target, String(property));
    ValidateBy({
      name: 'wir',
      validator: {
        validate: (value: unknown) => faultOf(value, options, check) === null,
        defaultMessage: (args) => faultOf(args?.value, options, check) ?? '',
      },
    })(target, property);
    if (transform) Transform(({ value }: { value: unknown }) => transform(value))(target, String(property));
    ApiProperty({
      ...api,
      required: !options.optional,
      ...(options.nullable ? { nullable: true } : {}),
      description: options.description,
    } as ApiPropertyOptions)(target, property);
  };
}

function faultOf(value: unknown, options: FieldOptions, check: Check): string | null {
  if (value === undefined || value === null) {
    const allowed = value === undefined ? options.optional : options.nullable;
    return allowed ? null : 'input.required';
  }
  return check(value);
}
