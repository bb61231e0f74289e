import type { LocalDate } from '@wir/shared/kernel';
import type { ComponentCode } from '@wir/programme/domain';

/** One line of expenses. Amounts of a draft are as typed: the rules prove them, so they are plain numbers here. */
export interface Expense {
  readonly component: ComponentCode;
  readonly label: string;
  readonly fte?: number | null;
  readonly months?: number | null;
  readonly amountCents: number;
}

export const INCOME_KINDS = ['OWN', 'THIRD_PARTY'] as const;
export type IncomeKind = (typeof INCOME_KINDS)[number];

/** Own contribution (Eigenanteil) or third-party funds (Drittmittel). */
export interface Income {
  readonly kind: IncomeKind;
  readonly label: string;
  readonly amountCents: number;
}

/** The financing plan (Finanzierungsplan) of one budget year. */
export interface PlanYear {
  readonly year: number;
  readonly expenses: readonly Expense[];
  readonly income: readonly Income[];
  readonly requestedCents: number;
}

export interface Period {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** Declarations of the applicant that the grant depends on (VV Nr. 1 zu § 44 LHO). */
export interface Declarations {
  readonly noPrematureStart: boolean;
  readonly totalFinancingSecured: boolean;
  readonly noDoubleFunding: boolean;
  readonly noInputTaxDeduction: boolean;
}

export const DECLARATION_TEXTS: Readonly<Record<keyof Declarations, string>> = {
  noPrematureStart: 'Mit der Maßnahme wurde noch nicht begonnen.',
  totalFinancingSecured: 'Die Gesamtfinanzierung ist gesichert.',
  noDoubleFunding: 'Für denselben Zweck werden keine weiteren öffentlichen Mittel in Anspruch genommen.',
  noInputTaxDeduction: 'Zum Vorsteuerabzug besteht keine Berechtigung.',
};

export const ATTACHMENT_KINDS = ['CONCEPT', 'FINANCING_PLAN', 'TARGET_AGREEMENT', 'OTHER'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

export const ATTACHMENT_KIND_LABELS: Readonly<Record<AttachmentKind, string>> = {
  CONCEPT: 'Konzeption',
  FINANCING_PLAN: 'Finanzierungsplan',
  TARGET_AGREEMENT: 'Zielvereinbarung',
  OTHER: 'Sonstige Anlage',
};

/** What the applicant fills in and signs. */
export interface ApplicationContent {
  readonly title: string;
  readonly purpose: string;
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly declarations: Declarations;
  readonly years: readonly PlanYear[];
  readonly attachments: readonly { readonly kind: AttachmentKind }[];
}
