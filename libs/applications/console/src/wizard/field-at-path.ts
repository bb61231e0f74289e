import type { FieldTree, ValidationError } from '@angular/forms/signals';

/** `years[1].expenses[0].amountCents` → that field of the form; undefined where the form has none. */
export function fieldAtPath(form: unknown, path: string): FieldTree<unknown> | undefined {
  let node: unknown = form;
  for (const key of path.split(/[.[\]]+/).filter(Boolean))
    node = typeof node === 'function' ? Reflect.get(node, key) : undefined;
  return typeof node === 'function' && node !== form ? (node as FieldTree<unknown>) : undefined;
}

/** Problems of the domain as errors at their fields; what belongs to no single field is left out. */
export function errorsAt(
  form: unknown,
  problems: readonly { readonly path: string; readonly code: string }[],
): ValidationError.WithFieldTree[] {
  return problems.flatMap(({ path, code }) => {
    const fieldTree = fieldAtPath(form, path);
    return fieldTree ? [{ kind: code, fieldTree }] : [];
  });
}
