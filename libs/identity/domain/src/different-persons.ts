import { DomainError } from '@wir/shared/kernel';

/** Whose acts are looked at: one person, or the deputy together with whom he represents. */
export type ActingPersons = string | readonly string[];

/** Who took part in a step: nobody, one person, or the deputy and the person represented. */
export type EarlierPersons = string | null | readonly (string | null)[];

/**
 * Four eyes count natural persons, not accounts (VV Nr. 1.1.3 zu §§ 70–80 LHO): the acting persons must be none of those
 * who took part before. `null` stands for a step nobody has done.
 */
export function assertDifferentPersons(
  code: string,
  acting: ActingPersons,
  earlierPersonIds: readonly (string | null | undefined)[],
): void {
  if (!arePersonsDifferent(acting, earlierPersonIds)) throw new DomainError('forbidden', code);
}

export function arePersonsDifferent(
  acting: ActingPersons,
  earlierPersonIds: readonly (string | null | undefined)[],
): boolean {
  const persons = typeof acting === 'string' ? [acting] : acting;
  return !persons.some((person) => earlierPersonIds.includes(person));
}
