import type { BankAccountState } from '@wir/disbursements/domain';

/** Bank data with the people behind them; moments are texts, since rows travel as JSON. */
export interface BankAccountRow {
  readonly id: string;
  readonly iban: string;
  readonly account_holder: string;
  readonly state: BankAccountState;
  readonly version: number;
  readonly applicant_id: string;
  readonly applicant_name: string;
  readonly award_id: string | null;
  readonly proposed_at: string;
  readonly proposed_by: string | null;
  readonly proposed_by_person_id: string;
  readonly proposed_for_person_id: string | null;
  readonly confirmed_at: string | null;
  readonly confirmed_by: string | null;
  readonly confirmed_by_person_id: string | null;
  readonly hold_until: string | null;
}

export const BANK_ACCOUNT_COLUMNS = `
b.id, b.iban, b.account_holder, b.state, b.version, b.applicant_id, bp.official_name AS applicant_name,
  (SELECT l.id FROM decisions.award l WHERE l.applicant_id = b.applicant_id AND l.state <> 'VOIDED' ORDER BY l.created_at DESC LIMIT 1) AS award_id,
  b.proposed_at, identity.name_of(b.proposed_by_account_id) AS proposed_by, b.proposed_by_person_id, b.proposed_for_person_id,
  b.confirmed_at, identity.name_of(b.confirmed_by_account_id) AS confirmed_by, b.confirmed_by_person_id, b.hold_until`;

export const BANK_ACCOUNT_TABLES =
  'FROM disbursements.bank_account b JOIN programme.applicant bp ON bp.id = b.applicant_id';
