import type { Cents, LocalDate } from '@wir/shared/kernel';
import type { Letterhead, NoticeSignature } from './letter-data';

export type FinancingType = 'SHARE' | 'DEFICIT' | 'FIXED_AMOUNT' | 'FULL';
export type ProvisionType = 'TIME_LIMIT' | 'CONDITION' | 'REVOCATION_RESERVE' | 'OBLIGATION' | 'OBLIGATION_RESERVE';

export interface ProvisionFacts {
  readonly type: ProvisionType;
  readonly text: string;
  readonly dueDate?: LocalDate | null;
}

export interface RecipientFacts {
  /** "Landkreis Kassel": the legal person. */
  readonly officialName: string;
  /** "Kreisausschuss des Landkreises Kassel": who receives the letter. */
  readonly addresseeBody: string;
  /** Lines below the addressee body; the seat town where no street is known. */
  readonly addressLines: readonly string[];
}

/** What both notices need: the act, the recipient, the application and the court of the recipient's seat. */
export interface NoticeFacts {
  readonly noticeNumber: string;
  readonly fileReference: string;
  readonly issuedOn: LocalDate;
  readonly letterhead?: Letterhead;
  readonly contactName?: string | null;
  readonly recipient: RecipientFacts;
  readonly caseNumber: string;
  readonly applicationTitle: string;
  readonly applicationSubmittedOn: LocalDate;
  readonly applicationAmendedOn?: LocalDate | null;
  readonly requestedCents: Cents;
  readonly programmeTitle: string;
  readonly moduleTitle: string;
  /** Full name, "VG Gießen" or the bare town. */
  readonly court: string;
  readonly signature: NoticeSignature | null;
}

export interface PlanLine {
  readonly label: string;
  readonly amountCents: Cents;
}

/** One Haushaltsjahr of the award. Later years rest on a commitment authorisation (Verpflichtungsermächtigung). */
export interface AwardYearFacts {
  readonly year: number;
  readonly amountCents: Cents;
  readonly source: 'CASH' | 'COMMITMENT_AUTHORISATION';
  readonly expenses: readonly PlanLine[];
  readonly ownFunds: readonly PlanLine[];
  readonly thirdPartyFunds: readonly PlanLine[];
}

export interface NoticeTexts {
  readonly purpose: string;
  readonly reasons: string;
  readonly payoutRule: string;
  readonly proofRule: string;
  readonly closing: string;
}

export interface AwardNoticeFacts extends NoticeFacts {
  readonly financingType: FinancingType;
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly years: readonly AwardYearFacts[];
  readonly texts: NoticeTexts;
  readonly ancillaryProvisions: readonly ProvisionFacts[];
  /** The version named here stays in force for this award. */
  readonly generalProvisionsVersion?: string;
  readonly guidelineTitle?: string;
  /** Return of the signed declaration, in months after notification. */
  readonly declarationReturnMonths?: number;
}

export interface RejectionNoticeFacts extends NoticeFacts {
  readonly reasons: string;
  readonly closing?: string;
}
