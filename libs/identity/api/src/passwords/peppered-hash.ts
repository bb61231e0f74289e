import { createHmac } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { normalizedPassword } from '@wir/identity/domain';
import type { KeyRing } from '@wir/shared/api';

/** Argon2id is the default algorithm of the library. OWASP asks for 19 MiB at least. */
const OPTIONS = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const PREFIX = '$argon2id$v=19$m=65536,t=3,p=1$';

/**
 * Argon2id over HMAC(pepper, password), stored as `<argon2>#<id of the pepper>`. Without an id: hashed before there was a
 * pepper (accounts of the demo); such hashes are replaced at the next sign-in, as are those of an older pepper.
 */
export async function pepperedHash(password: string, pepper: KeyRing): Promise<string> {
  const { id, key } = pepper.current;
  const mixed = createHmac('sha256', key).update(normalizedPassword(password)).digest('base64url');
  return `${await hash(mixed, OPTIONS)}#${id}`;
}

/** False, and as slow as ever, when the pepper of the hash is gone. */
export async function matchesHash(password: string, stored: string, pepper: KeyRing): Promise<boolean> {
  const [argon = '', id] = stored.split('#');
  const normalized = normalizedPassword(password);
  if (id === undefined) return verify(argon, normalized);
  const version = pepper.find(id);
  const mixed = createHmac('sha256', (version ?? pepper.current).key)
    .update(normalized)
    .digest('base64url');
  return (await verify(argon, mixed)) && version !== null;
}

export function isOutdated(stored: string, pepper: KeyRing): boolean {
  return !stored.startsWith(PREFIX) || stored.split('#')[1] !== pepper.current.id;
}
