import { APPLICATION_TEXTS } from '@wir/applications/domain';
import { BUDGET_TEXTS } from '@wir/budget/domain';
import { DECISION_TEXTS } from '@wir/decisions/domain';
import { DISBURSEMENT_TEXTS } from '@wir/disbursements/domain';
import { IDENTITY_TEXTS } from '@wir/identity/domain';
import { RECORD_TEXTS, RETENTION_TEXTS } from '@wir/records/domain';
import { ErrorText, addErrorTexts } from '@wir/shared/console';
import { APPLICATION_ENGLISH } from './english/applications';
import { BUDGET_ENGLISH } from './english/budget';
import { DECISION_ENGLISH } from './english/decisions';
import { DISBURSEMENT_ENGLISH } from './english/disbursements';
import { IDENTITY_ENGLISH } from './english/identity';
import { RECORD_ENGLISH } from './english/records';

/**
 * The map of all refusals of the domains. German comes from the domain (the server says the same sentence),
 * English from `english/<domain>.ts`; a code without an English sentence does not compile.
 */
const GERMAN = {
  ...APPLICATION_TEXTS,
  ...BUDGET_TEXTS,
  ...DECISION_TEXTS,
  ...DISBURSEMENT_TEXTS,
  ...IDENTITY_TEXTS,
  ...RECORD_TEXTS,
  ...RETENTION_TEXTS,
};
const ENGLISH: Readonly<Record<keyof typeof GERMAN, string>> = {
  ...APPLICATION_ENGLISH,
  ...BUDGET_ENGLISH,
  ...DECISION_ENGLISH,
  ...DISBURSEMENT_ENGLISH,
  ...IDENTITY_ENGLISH,
  ...RECORD_ENGLISH,
};

export type DomainCode = keyof typeof GERMAN;
export const DOMAIN_ERROR_TEXTS: Readonly<Record<string, ErrorText>> = Object.fromEntries(
  Object.entries(GERMAN).map(([code, de]) => [code, { de, en: ENGLISH[code as DomainCode] }]),
);

export function registerErrorTexts(): void {
  addErrorTexts(DOMAIN_ERROR_TEXTS);
}
