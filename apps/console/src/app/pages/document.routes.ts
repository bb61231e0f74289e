import type { Routes } from '@angular/router';

/** Pages of plain text that everybody may read, signed in or not. */
export const DOCUMENTS = [
  { path: 'barrierefreiheit', title: 'shell.pages.accessibility', document: 'accessibility', inFooter: true },
  { path: 'barriere-melden', title: 'shell.pages.report', document: 'report', inFooter: true },
  { path: 'leichte-sprache', title: 'shell.pages.easy', document: 'easy', inFooter: true },
  { path: 'gebaerdensprache', title: 'shell.pages.sign', document: 'sign', inFooter: true },
  { path: 'impressum', title: 'shell.pages.imprint', document: 'imprint', inFooter: true },
  { path: 'datenschutz', title: 'shell.pages.privacy', document: 'privacy', inFooter: true },
  { path: 'hilfe', title: 'shell.pages.help', document: 'help', inFooter: false },
] as const;

export type DocumentName = (typeof DOCUMENTS)[number]['document'];

export const DOCUMENT_ROUTES: Routes = DOCUMENTS.map(({ path, title, document }) => ({
  path,
  title,
  data: { document },
  loadComponent: async () => (await import('./document-page')).DocumentPage,
}));
