/** The 33 who may apply for a diversity centre (Nr. 2.1 of the guideline); as stored in the master data. */
export const APPLICANT_KIND_LABELS = {
  landkreis: 'Landkreis',
  kreisfreie_stadt: 'kreisfreie Stadt',
  sonderstatusstadt: 'Sonderstatusstadt',
} as const;

export type ApplicantKind = keyof typeof APPLICANT_KIND_LABELS;

export function isApplicantKind(value: string): value is ApplicantKind {
  return Object.hasOwn(APPLICANT_KIND_LABELS, value);
}
