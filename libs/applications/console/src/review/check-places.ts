import type { RequestReason } from '@wir/applications/domain';

interface CheckPlace {
  /** Section of the application that holds the evidence. */
  readonly section: 'traeger' | 'vorhaben' | 'plan' | 'erklaerungen' | 'anlagen';
  /** Field and reason a failed check asks for in an information request. */
  readonly field: string;
  readonly reason: RequestReason;
}

const PLACES: Readonly<Record<string, CheckPlace>> = {
  ELIGIBLE_APPLICANT: { section: 'traeger', field: 'attachments', reason: 'MISSING' },
  SUBMITTED_IN_TIME: { section: 'traeger', field: 'purpose', reason: 'MISSING' },
  ANNEXES_COMPLETE: { section: 'anlagen', field: 'attachments', reason: 'MISSING' },
  NO_PREMATURE_START: { section: 'erklaerungen', field: 'declarations.noPrematureStart', reason: 'INCORRECT' },
  STATE_INTEREST: { section: 'vorhaben', field: 'purpose', reason: 'INCORRECT' },
  CONCEPT_FITS_GUIDELINE: { section: 'anlagen', field: 'attachments', reason: 'INCORRECT' },
  PLAN_BALANCED: { section: 'plan', field: 'years', reason: 'INCORRECT' },
  WITHIN_CAPS: { section: 'plan', field: 'years', reason: 'INCORRECT' },
  TOTAL_FINANCING_SECURED: { section: 'erklaerungen', field: 'declarations.totalFinancingSecured', reason: 'MISSING' },
  NO_DOUBLE_FUNDING: { section: 'erklaerungen', field: 'declarations.noDoubleFunding', reason: 'MISSING' },
  NO_INPUT_TAX_DEDUCTION: { section: 'erklaerungen', field: 'declarations.noInputTaxDeduction', reason: 'MISSING' },
  ECONOMICAL: { section: 'plan', field: 'years', reason: 'INCORRECT' },
  NO_STATE_AID: { section: 'vorhaben', field: 'purpose', reason: 'MISSING' },
  PERIOD_WITHIN_CALL: { section: 'vorhaben', field: 'periodStart', reason: 'INCORRECT' },
};

const ELSEWHERE: CheckPlace = { section: 'vorhaben', field: 'purpose', reason: 'MISSING' };

/** Where a check finds its evidence, and what to ask for when it fails. */
export function placeOfCheck(code: string): CheckPlace {
  return PLACES[code] ?? ELSEWHERE;
}
