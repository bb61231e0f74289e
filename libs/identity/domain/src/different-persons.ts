import { DomainError } from '@wir/shared/kernel';

/**
 * Four eyes count natural persons, not accounts (VV Nr. 1.1.3 zu §§ 70–80 LHO): the acting person must be none of those
 * who took part before. `null` stands for a step nobody has done.
 */
export function assertDifferentPersons(
  code: string,
  actingPersonId: string,
  earlierPersonIds: readonly (string | null | undefined)[],
): void {
  if (!arePersonsDifferent(actingPersonId, earlierPersonIds)) throw new DomainError('forbidden', code);
}

export function arePersonsDifferent(
  actingPersonId: string,
  earlierPersonIds: readonly (string | null | undefined)[],
): boolean {
  return !earlierPersonIds.includes(actingPersonId);
}
