type Rule = (text: string) => string | null;

interface DefaultRules {
  readonly createHTML: Rule;
  readonly createScript: Rule;
  readonly createScriptURL: Rule;
}

interface TrustedTypesFactory {
  createPolicy(name: 'default', rules: DefaultRules): unknown;
}

/**
 * Under Trusted Types no markup is written at all; emptying an element by an empty string, as the chart library does when
 * it leaves, is the one thing let through. `null` is a refusal.
 */
export function allowEmptyMarkup(page: object): void {
  const factory: unknown = Reflect.get(page, 'trustedTypes');
  if (!isFactory(factory)) return;
  const never: Rule = () => null;
  factory.createPolicy('default', {
    createHTML: (markup) => (markup === '' ? '' : null),
    createScript: never,
    createScriptURL: never,
  });
}

function isFactory(value: unknown): value is TrustedTypesFactory {
  return typeof value === 'object' && value !== null && 'createPolicy' in value;
}
