import type { BudgetYearState, ScenarioBasis } from '@wir/budget/domain';

export interface ScenarioChoices {
  readonly years: readonly { readonly year: number; readonly label: string }[];
  readonly awards: readonly {
    readonly id: string;
    readonly label: string;
    /** Promised and not ordered yet, by year. */
    readonly openCents: ReadonlyMap<number, number>;
  }[];
  readonly applications: readonly { readonly id: string; readonly label: string }[];
}

export const NO_CHOICES: ScenarioChoices = { years: [], awards: [], applications: [] };

const ENDED: readonly BudgetYearState[] = ['CASH_CLOSED', 'CLOSED'];

/** What a measure can be about; years that have ended move no more. */
export function choicesOf(basis: ScenarioBasis, stateName: (state: BudgetYearState) => string): ScenarioChoices {
  return {
    years: basis.years
      .filter(({ state }) => !ENDED.includes(state))
      .map(({ year, state }) => ({ year, label: `${year} (${stateName(state)})` })),
    awards: sorted(basis.awards).map(({ awardId, applicantName, awardNumber, tranches }) => ({
      id: awardId,
      label: `${applicantName}, ${awardNumber}`,
      openCents: new Map(tranches.map(({ year, openCents }) => [year, openCents] as const)),
    })),
    applications: sorted(basis.applications).map(({ applicationId, applicantName, caseNumber }) => ({
      id: applicationId,
      label: `${applicantName}, ${caseNumber}`,
    })),
  };
}

function sorted<T extends { readonly applicantName: string; readonly caseNumber: string }>(cases: readonly T[]): T[] {
  return [...cases].sort(
    (a, b) => a.applicantName.localeCompare(b.applicantName, 'de') || a.caseNumber.localeCompare(b.caseNumber),
  );
}
