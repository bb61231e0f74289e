import { PASSWORD_LENGTH, normalizedPassword, passwordFault } from '@wir/identity/domain';

/** For whom a password is chosen. */
export interface PasswordFor {
  readonly minLength: number;
  /** Name, e-mail address, organisation: what a stranger would try first. */
  readonly personal: readonly string[];
}

export interface PasswordRule {
  readonly name: 'length' | 'maximum' | 'guess';
  readonly isMet: boolean;
}

/** The domain's rules, ticked off one by one while somebody types. */
export function passwordRules(password: string, { minLength, personal }: PasswordFor): PasswordRule[] {
  const { length } = [...normalizedPassword(password)];
  const rules: PasswordRule[] = [{ name: 'length', isMet: length >= minLength }];
  if (length > PASSWORD_LENGTH.max) rules.push({ name: 'maximum', isMet: false });
  rules.push({ name: 'guess', isMet: faultOf(password, { minLength, personal }) === null });
  return rules;
}

/** The first rule a new password breaks, as a fault at its field. */
export function newPasswordFault(
  password: string,
  surroundings: PasswordFor,
): { kind: string; minLength: number; maxLength: number } | { kind: 'required' } | null {
  if (password === '') return { kind: 'required' };
  const kind = faultOf(password, surroundings);
  return kind && { kind, minLength: surroundings.minLength, maxLength: PASSWORD_LENGTH.max };
}

/** The long lists of leaked passwords stay on the server, which looks there when the password is saved. */
function faultOf(password: string, { minLength, personal }: PasswordFor): ReturnType<typeof passwordFault> {
  const hasSecondFactor = minLength < PASSWORD_LENGTH.alone;
  return passwordFault(password, { hasSecondFactor, personal, isListed: () => false });
}
