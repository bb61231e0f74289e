import { standardProvisions } from '@wir/documents/domain';
import type { LocalDate } from '@wir/shared/kernel';

/** Nebenbestimmungen (§ 36 HVwVfG). Only an Auflage can be breached; a Bedingung works by itself. */
export const PROVISION_TYPE_LABELS = {
  TIME_LIMIT: 'Befristung',
  CONDITION: 'Bedingung',
  REVOCATION_RESERVE: 'Widerrufsvorbehalt',
  OBLIGATION: 'Auflage',
  OBLIGATION_RESERVE: 'Auflagenvorbehalt',
} as const;

export type ProvisionType = keyof typeof PROVISION_TYPE_LABELS;

export interface AncillaryProvision {
  readonly type: ProvisionType;
  readonly text: string;
  readonly dueDate?: LocalDate | null;
}

/** The special provisions of the programme. The ANBest-GK themselves are named by the template of every grant. */
export function defaultProvisions(periodEnd: LocalDate): readonly AncillaryProvision[] {
  return [
    ...standardProvisions(periodEnd),
    {
      type: 'OBLIGATION_RESERVE',
      text: 'Die nachträgliche Aufnahme, Änderung oder Ergänzung von Auflagen bleibt vorbehalten.',
    },
  ];
}
