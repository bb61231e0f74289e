import type { LocalDate } from '@wir/shared/kernel';

/** Sender as printed; configurable because the granting authority may be the ministry or a Regierungspräsidium. */
export interface Letterhead {
  readonly state: string;
  /** Full name of the authority, broken into the lines of the letterhead. */
  readonly authorityLines: readonly string[];
  /** As it stands in a sentence: "das Hessische Ministerium …". Neuter, so one form serves as subject and object. */
  readonly authorityInSentence: string;
  readonly unit: string | null;
  readonly street: string;
  readonly postalCode: string;
  readonly town: string;
  readonly website: string | null;
}

/** Name of the head, deputy or delegate: without it an electronic act is void (§ 37 Abs. 3, § 44 Abs. 2 Nr. 1 HVwVfG). */
export interface NoticeSignature {
  readonly phrase: string;
  readonly name: string;
  readonly office: string;
  readonly signedOn: LocalDate;
}

export interface LabelledValue {
  readonly label: string;
  readonly value: string;
}

export interface TableRow {
  readonly kind: 'item' | 'sum';
  readonly label: string;
  readonly cells: readonly string[];
}

/** A block of a section. All members are plain text, printed letter by letter; the template only lays out. */
export type NoticeBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'amount'; readonly figures: string; readonly words: string }
  | { readonly kind: 'facts'; readonly rows: readonly LabelledValue[] }
  | {
      readonly kind: 'provisions';
      readonly items: readonly { readonly type: string; readonly text: string; readonly due: string | null }[];
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly numeric: readonly boolean[];
      readonly dense: boolean;
      readonly rows: readonly TableRow[];
    };

export interface NoticeSection {
  readonly heading: string;
  readonly blocks: readonly NoticeBlock[];
}

/** What every notice shows, ready to print. */
export interface LetterData {
  /** Subject line: title of the PDF and its only heading of level one. */
  readonly subject: string;
  readonly subjectLines: readonly string[];
  readonly language: 'de';
  readonly letterhead: Letterhead;
  readonly addressLines: readonly string[];
  readonly infoRows: readonly LabelledValue[];
  /** Short reference in the head of the second and later pages. */
  readonly runningHead: string;
  readonly salutation: string;
  readonly opening: readonly string[];
  readonly sections: readonly NoticeSection[];
  readonly closing: readonly string[];
  readonly signature: NoticeSignature | null;
  readonly signatureNote: string;
  readonly annexes: readonly string[];
}

/** Form page for the grantee: acceptance, optional waiver, bank data (number 20 of the mandatory contents). */
export interface DeclarationForm {
  readonly heading: string;
  readonly returnTo: readonly string[];
  readonly intro: string;
  readonly facts: readonly LabelledValue[];
  readonly statements: readonly { readonly text: string; readonly optional: boolean }[];
  readonly bankFields: readonly string[];
  readonly signatureFields: readonly string[];
  readonly note: string;
}

export interface AwardNoticeData extends LetterData {
  readonly declaration: DeclarationForm;
}

export type RejectionNoticeData = LetterData;
