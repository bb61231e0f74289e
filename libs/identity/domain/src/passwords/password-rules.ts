import { isTooCommon } from './common-passwords';

/** Characters after NFKC. A long password is enough by itself; beside a second factor a shorter one will do. */
export const PASSWORD_LENGTH = { alone: 15, withSecondFactor: 12, max: 128 } as const;

export type PasswordFault = 'auth.password-too-short' | 'auth.password-too-long' | 'auth.password-too-common';

export interface PasswordSurroundings {
  readonly hasSecondFactor: boolean;
  /** Name, e-mail address, organisation: what a stranger would try first. */
  readonly personal: readonly string[];
  /** Whether a word, in lower case without umlauts, is on the list of leaked passwords and first guesses. */
  readonly isListed: (word: string) => boolean;
}

/** The same letters in another encoding are the same password. */
export function normalizedPassword(password: string): string {
  return password.normalize('NFKC');
}

export function minimumPasswordLength(hasSecondFactor: boolean): number {
  return hasSecondFactor ? PASSWORD_LENGTH.withSecondFactor : PASSWORD_LENGTH.alone;
}

/** Length and commonness only: no rules about kinds of characters, no expiry (NIST SP 800-63B). Null when it may be used. */
export function passwordFault(password: string, surroundings: PasswordSurroundings): PasswordFault | null {
  const normalized = normalizedPassword(password);
  const { length } = [...normalized];
  if (length < minimumPasswordLength(surroundings.hasSecondFactor)) return 'auth.password-too-short';
  if (length > PASSWORD_LENGTH.max) return 'auth.password-too-long';
  return isTooCommon(normalized, surroundings) ? 'auth.password-too-common' : null;
}
