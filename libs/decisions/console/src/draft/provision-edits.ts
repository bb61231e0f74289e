import { defaultProvisions, type ProvisionType } from '@wir/decisions/domain';
import { parseLocalDate } from '@wir/shared/kernel';
import { provisionDraft, type ProvisionDraft } from './draft-value';

export function addProvision(provisions: readonly ProvisionDraft[], added: ProvisionDraft): ProvisionDraft[] {
  return [...provisions, added];
}

export function emptyProvision(type: ProvisionType): ProvisionDraft {
  return { type, text: '', dueDate: null };
}

export function removeProvision(provisions: readonly ProvisionDraft[], index: number): ProvisionDraft[] {
  return provisions.filter((_provision, position) => position !== index);
}

/** One place up (-1) or down (1); at the ends nothing happens. */
export function moveProvision(provisions: readonly ProvisionDraft[], index: number, by: -1 | 1): ProvisionDraft[] {
  const moved = [...provisions];
  const [one, other] = [moved[index], moved[index + by]];
  if (!one || !other) return moved;
  moved[index] = other;
  moved[index + by] = one;
  return moved;
}

/** The programme's own provisions that are not in the notice yet; what was reworded counts as there. */
export function missingStandards(provisions: readonly ProvisionDraft[], periodEnd: string): ProvisionDraft[] {
  const end = parseLocalDate(periodEnd);
  if (!end) return [];
  return defaultProvisions(end)
    .map(provisionDraft)
    .filter(({ text }) => !provisions.some((known) => known.text.trim() === text));
}
