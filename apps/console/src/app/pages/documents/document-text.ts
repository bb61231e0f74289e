import type { DocumentName } from '../document.routes';

export interface DocumentSection {
  readonly heading?: string;
  readonly paragraphs: readonly string[];
  readonly list?: readonly string[];
  readonly links?: readonly { readonly label: string; readonly href: string }[];
}

export interface DocumentText {
  readonly title: string;
  readonly lead?: string;
  readonly sections: readonly DocumentSection[];
}

export type DocumentTexts = Readonly<Record<DocumentName, DocumentText>>;
