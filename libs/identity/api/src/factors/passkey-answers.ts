import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** Browsers differ in what else they send; what is needed is checked here, and again by the library. */
export function authenticationAnswerOf(value: unknown): AuthenticationResponseJSON | null {
  return hasTexts(value, ['clientDataJSON', 'authenticatorData', 'signature'])
    ? (value as AuthenticationResponseJSON)
    : null;
}

export function registrationAnswerOf(value: unknown): RegistrationResponseJSON | null {
  return hasTexts(value, ['clientDataJSON', 'attestationObject']) ? (value as RegistrationResponseJSON) : null;
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  const outer = membersOf(value);
  const inner = membersOf(outer?.['response']);
  if (!outer || !inner) return false;
  return (
    ['id', 'rawId', 'type'].every((name) => typeof outer[name] === 'string') &&
    names.every((name) => typeof inner[name] === 'string') &&
    membersOf(outer['clientExtensionResults']) !== null
  );
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}
