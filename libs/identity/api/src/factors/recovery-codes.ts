import { createHash, randomInt } from 'node:crypto';

export const RECOVERY_CODES = 10;
/** Crockford's letters and digits: none of them looks like another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 6;
const GROUP_LENGTH = 4;
const WRITTEN = new RegExp(`^[${ALPHABET}]{${GROUPS * GROUP_LENGTH}}$`);

/** 120 bits each: guessing is hopeless even for whoever has the hashes, so these need no slow hash (ASVS 6.5.2). */
export function newRecoveryCodes(): string[] {
  const group = (): string => Array.from({ length: GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(32))).join('');
  return Array.from({ length: RECOVERY_CODES }, () => Array.from({ length: GROUPS }, group).join('-'));
}

/** Null when it cannot be one. However it was typed: small letters, without hyphens, O for 0, I or L for 1. */
export function recoveryCodeHash(accountId: string, typed: string): Buffer | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return WRITTEN.test(code) ? createHash('sha256').update(`${accountId}:${code}`).digest() : null;
}
