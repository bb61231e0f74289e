import type { BudgetYearState } from '../budget-year';

/** A budget year as it stands today; amounts as JSON carries them. The parts sum to the Ansatz. */
export interface ScenarioYear {
  readonly year: number;
  readonly state: BudgetYearState;
  readonly appropriatedCents: number;
  readonly lockedCents: number;
  readonly reservedCents: number;
  readonly committedCents: number;
  readonly orderedCents: number;
  readonly paidCents: number;
  readonly returnedCents: number;
  readonly lapsedCents: number;
  readonly freeCents: number;
  /** Of the free money, what other budget lines hold: awards are charged to the main one, so it covers nothing here. */
  readonly otherLinesFreeCents: number;
}

/** Commitment authorisation of this year's budget for payments due in a later one. */
export interface ScenarioAuthorisation {
  readonly budgetYear: number;
  readonly dueYear: number;
  readonly freeCents: number;
}

export interface ScenarioAward {
  readonly awardId: string;
  readonly awardNumber: string;
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly applicantName: string;
  readonly moduleCode: string;
  /** Budget year whose authorisations the award uses. */
  readonly signedYear: number;
  /** `openCents`: promised and not ordered yet. */
  readonly tranches: readonly { readonly year: number; readonly amountCents: number; readonly openCents: number }[];
}

export interface ScenarioApplication {
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly applicantName: string;
  readonly moduleCode: string;
  readonly years: readonly {
    readonly year: number;
    readonly requestedCents: number;
    readonly reservedCents: number;
  }[];
}

/** Everything a scenario is computed from. */
export interface ScenarioBasis {
  /** Fiscal year of the business day: its authorisations are the ones a new promise uses. */
  readonly currentYear: number;
  readonly years: readonly ScenarioYear[];
  readonly authorisations: readonly ScenarioAuthorisation[];
  readonly awards: readonly ScenarioAward[];
  readonly applications: readonly ScenarioApplication[];
}
