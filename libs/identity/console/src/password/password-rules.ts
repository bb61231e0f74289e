/** Longer ones are refused: hashing them would only cost time. */
export const PASSWORD_MAX_LENGTH = 128;

export interface PasswordRule {
  readonly name: 'length' | 'maximum';
  readonly isMet: boolean;
}

/**
 * What can be said while somebody types; whether a password is too common is found by the server's lists.
 * Counted as the server counts: characters of the normal form, so that an umlaut is one however it was typed.
 */
export function passwordRules(password: string, minLength: number): PasswordRule[] {
  const length = [...password.normalize('NFKC')].length;
  const rules: PasswordRule[] = [{ name: 'length', isMet: length >= minLength }];
  if (length > PASSWORD_MAX_LENGTH) rules.push({ name: 'maximum', isMet: false });
  return rules;
}
