/** Codes of the roles; the German names are shown on screens and in the audit trail. */
export const ROLE_LABELS = {
  CASE_WORKER: 'Sachbearbeitung',
  HEAD_OF_UNIT: 'Referatsleitung',
  BUDGET_OFFICER: 'Haushalt',
  PAYMENT_ORDERER: 'Anordnungsbefugnis',
  EXTERNAL_AUDITOR: 'Rechnungsprüfung',
  PRESS_VIEWER: 'Pressestelle',
  ADMIN: 'Verwaltung der Konten',
  APPLICANT_EDITOR: 'Antragsbearbeitung',
  APPLICANT_FINANCE: 'Kämmerei',
  APPLICANT_SIGNATORY: 'Zeichnungsberechtigung',
} as const;

export type Role = keyof typeof ROLE_LABELS;

/** A job or an imported fact acts as SYSTEM; no account of a person holds it. */
export type ActorRole = Role | 'SYSTEM';

export const ROLES = Object.keys(ROLE_LABELS) as readonly Role[];
export const ACTOR_ROLES: readonly ActorRole[] = [...ROLES, 'SYSTEM'];

/** Those who work on cases for the granting authority. */
export const STAFF_ROLES: readonly Role[] = ['CASE_WORKER', 'HEAD_OF_UNIT', 'BUDGET_OFFICER', 'PAYMENT_ORDERER'];

/** Those who may read cases of the authority side: the staff and the court of audit, which writes nothing. */
export const STAFF_READERS: readonly Role[] = [...STAFF_ROLES, 'EXTERNAL_AUDITOR'];

export const APPLICANT_ROLES: readonly Role[] = ['APPLICANT_EDITOR', 'APPLICANT_FINANCE', 'APPLICANT_SIGNATORY'];

export function isRole(value: string): value is Role {
  return Object.hasOwn(ROLE_LABELS, value);
}

export function roleLabel(role: ActorRole): string {
  return role === 'SYSTEM' ? 'Automatik' : ROLE_LABELS[role];
}
