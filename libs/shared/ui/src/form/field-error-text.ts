import type { ValidationError } from '@angular/forms/signals';
import { Language, SharedCode, errorText } from '@wir/shared/console';

/** Angular's own validators and the sentence they mean; any other `kind` is one of our error codes. */
const BUILT_IN: Readonly<Record<string, SharedCode>> = {
  required: 'field.required',
  email: 'field.email',
  min: 'field.min',
  max: 'field.max',
  minLength: 'field.min-length',
  maxLength: 'field.max-length',
  pattern: 'field.pattern',
  parse: 'field.invalid',
};

/** The sentence under a field. Own validators return `{ kind: '<error code>' }`; further members fill its gaps. */
export function fieldErrorText(error: ValidationError, language: Language): string {
  return errorText(BUILT_IN[error.kind] ?? error.kind, language, { ...error });
}
