import type { Cents, FiscalYear } from '@wir/shared/kernel';
import type { BudgetActKind } from '../acts/budget-act';
import type { BudgetYearState } from '../budget-year';
import type { TransferKind } from '../transfer-rules';
import type { MeasureKind } from './measure';

/** Where a year stands: appropriation = free + locked + reserved + bound + gone. Free below zero: over-committed. */
export interface YearPosition {
  readonly appropriationCents: Cents;
  readonly lockedCents: Cents;
  readonly reservedCents: Cents;
  /** Promised: not called yet, ordered and paid. */
  readonly boundCents: Cents;
  /** Returned and lapsed. */
  readonly goneCents: Cents;
  readonly freeCents: Cents;
}

/** `booked`: what the acts alone lead to; `then`: with the follow-ups carried out too. */
export interface ScenarioYearResult {
  readonly year: FiscalYear;
  readonly state: BudgetYearState;
  readonly now: YearPosition;
  readonly booked: YearPosition;
  readonly then: YearPosition;
  readonly deltaFreeCents: Cents;
  /** What the main line lacks; zero when it suffices. */
  readonly overCommittedCents: Cents;
}

export interface ScenarioAuthorisationResult {
  readonly budgetYear: FiscalYear;
  readonly dueYear: FiscalYear;
  readonly freeNowCents: Cents;
  readonly freeThenCents: Cents;
  readonly lackingCents: Cents;
}

/** What one measure changes in one year. */
export interface YearChange {
  readonly year: FiscalYear;
  readonly appropriationCents: Cents;
  readonly lockedCents: Cents;
  readonly reservedCents: Cents;
  readonly boundCents: Cents;
  readonly freeCents: Cents;
  /** Change of this year's authorisation for payments due in `year`. */
  readonly authorisationCents: Cents;
}

export interface MeasureEffect {
  /** Position in the list of measures. */
  readonly measure: number;
  readonly kind: MeasureKind;
  /** Booked when the scenario is applied; otherwise it stays an assumption until a notice carries it out. */
  readonly isBooked: boolean;
  readonly changes: readonly YearChange[];
  readonly deltaFreeCents: Cents;
}

export const SCENARIO_WARNINGS = {
  OVER_COMMITTED: 'Das Jahr {year} ist um {cents} überzeichnet.',
  BOOKING_NOT_COVERED: 'Für die Buchungen fehlen im Jahr {year} heute {cents}.',
  AUTHORISATION_LACKING: 'Für das Fälligkeitsjahr {year} fehlen {cents} Verpflichtungsermächtigung.',
  YEAR_UNKNOWN: 'Das Haushaltsjahr {year} gibt es nicht.',
  YEAR_ENDED: 'Das Jahr {year} ist abgeschlossen; es lässt sich nicht mehr ändern.',
  YEAR_PROVISIONAL: 'Im Jahr {year} gilt die vorläufige Haushaltsführung; neue Zusagen sind nicht möglich.',
  AWARD_UNKNOWN: 'Diese Zuwendung besteht nicht mehr.',
  APPLICATION_UNKNOWN: 'Dieser Antrag ist nicht mehr offen.',
  MORE_THAN_OPEN: 'Offen sind im Jahr {year} nur noch {cents}.',
  NOTHING_OPEN: 'Bei dieser Zuwendung ist nichts mehr offen.',
} as const;

export type ScenarioWarningCode = keyof typeof SCENARIO_WARNINGS;

export interface ScenarioWarning {
  readonly code: ScenarioWarningCode;
  /** Position of the measure; null: of all together. */
  readonly measure: number | null;
  readonly year: FiscalYear | null;
  readonly cents: Cents | null;
  /** Such a scenario cannot be proposed. */
  readonly isBlocking: boolean;
}

/** One act per measure that can be booked; all on the main line. */
export interface ScenarioAct {
  readonly measure: number;
  readonly kind: BudgetActKind;
  readonly lines: readonly ScenarioActLine[];
}

export interface ScenarioActLine {
  readonly kind: TransferKind;
  readonly year: FiscalYear;
  readonly amountCents: Cents;
  /** The case a reservation is made for. */
  readonly applicationId: string | null;
}

/** What no booking can do: a notice (Änderungsbescheid), or the decision on an application. */
export interface ScenarioFollowUp {
  readonly measure: number;
  readonly kind: FollowUpKind;
  readonly applicationId: string;
  readonly awardId: string | null;
  readonly caseNumber: string;
  readonly applicantName: string;
  readonly years: readonly { readonly year: FiscalYear; readonly amountCents: Cents }[];
  readonly totalCents: Cents;
}

export type FollowUpKind = 'RAISE_NOTICE' | 'REDUCTION_NOTICE' | 'DECISION';

export const FOLLOW_UP_LABELS: Readonly<Record<FollowUpKind, string>> = {
  RAISE_NOTICE: 'Änderungsbescheid: aufstocken',
  REDUCTION_NOTICE: 'Änderungsbescheid: kürzen',
  DECISION: 'Über den Antrag entscheiden',
};

export interface ScenarioResult {
  readonly years: readonly ScenarioYearResult[];
  readonly authorisations: readonly ScenarioAuthorisationResult[];
  readonly effects: readonly MeasureEffect[];
  readonly warnings: readonly ScenarioWarning[];
  readonly acts: readonly ScenarioAct[];
  readonly followUps: readonly ScenarioFollowUp[];
}
