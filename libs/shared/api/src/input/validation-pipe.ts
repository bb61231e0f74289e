import { ValidationPipe } from '@nestjs/common';
import * as classTransformer from 'class-transformer';
import * as classValidator from 'class-validator';
import type { ValidationError } from 'class-validator';
import { HttpProblem, type InputError } from '../problem/http-problem';

const OWN_CODES: Readonly<Record<string, string>> = {
  whitelistValidation: 'input.unknown-field',
  nestedValidation: 'input.not-an-object',
  unknownValue: 'input.not-an-object',
};

/** Checks shape only (type, length, format); whether the values make sense is the domain's matter. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: false,
    transformOptions: { enableImplicitConversion: false, exposeUnsetFields: false },
    validationError: { target: false, value: false },
    validatorPackage: classValidator,
    transformerPackage: classTransformer,
    exceptionFactory: (errors: ValidationError[]) =>
      new HttpProblem(400, 'input.invalid', { errors: errors.flatMap((error) => inputErrors(error, '')) }),
  });
}

function inputErrors(error: ValidationError, parent: string): InputError[] {
  const path = /^\d+$/.test(error.property)
    ? `${parent}[${error.property}]`
    : parent === ''
      ? error.property
      : `${parent}.${error.property}`;
  const inner = (error.children ?? []).flatMap((child) => inputErrors(child, path));
  const [constraint] = Object.entries(error.constraints ?? {}).sort(([a], [b]) => rank(a) - rank(b));
  if (!constraint) return inner;
  const [name, message] = constraint;
  // What is no list has no entries to complain about.
  if (name === 'wir') return [{ path, code: message }];
  return [{ path, code: OWN_CODES[name] ?? 'input.invalid' }, ...inner];
}

/** Our own checks (`wir`) say more than "nested value is not an object". */
function rank(constraint: string): number {
  return constraint === 'wir' ? 0 : 1;
}
