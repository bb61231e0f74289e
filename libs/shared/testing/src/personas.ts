/** Password of every demo account. */
export const DEMO_PASSWORD = 'Demo-Zugang-2026!';

/** The people of the demo by what they do. `Second` is another person with the same role, for the four-eyes rules. */
export const PERSONAS = {
  caseWorker: 'sachbearbeitung@wir.example',
  caseWorkerSecond: 'sachbearbeitung2@wir.example',
  headOfUnit: 'leitung@wir.example',
  headOfUnitSecond: 'leitung2@wir.example',
  budgetOfficer: 'haushalt@wir.example',
  budgetOfficerSecond: 'haushalt2@wir.example',
  paymentOrderer: 'anordnung@wir.example',
  paymentOrdererSecond: 'anordnung2@wir.example',
  auditor: 'pruefung@wir.example',
  press: 'presse@wir.example',
  admin: 'admin@wir.example',
  adminSecond: 'admin2@wir.example',
} as const;

export type Persona = (typeof PERSONAS)[keyof typeof PERSONAS];

/** Who writes and reports for a municipality (APPLICANT_EDITOR, APPLICANT_FINANCE). */
export function applicantEditor(code: string): string {
  return `antrag@${code.toLowerCase()}.wir.example`;
}

/** Who signs for it (APPLICANT_SIGNATORY). */
export function applicantSignatory(code: string): string {
  return `zeichnung@${code.toLowerCase()}.wir.example`;
}
