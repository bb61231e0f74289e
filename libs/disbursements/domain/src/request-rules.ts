import {
  arePersonsDifferent,
  assertDifferentPersons,
  type ActingPersons,
  type EarlierPersons,
} from '@wir/identity/domain';
import { addMonths, DomainError, isCents, type Cents, type LocalDate, type Problem } from '@wir/shared/kernel';
import type { DisbursementCode } from './codes';

export interface RequestContent {
  readonly year: number;
  readonly amountCents: number;
  readonly neededUntil: LocalDate;
}

export type DisbursementProblem = Problem<DisbursementCode> & { readonly openCents?: Cents };

/** Checked when a request is made, submitted and ordered: the open remainder may have shrunk in between. */
export function requestProblems(
  request: RequestContent,
  tranches: readonly { readonly year: number; readonly openCents: Cents }[],
  today: LocalDate,
): DisbursementProblem[] {
  const problems: DisbursementProblem[] = [];
  const tranche = tranches.find(({ year }) => year === request.year);
  if (tranche === undefined) problems.push({ path: 'year', code: 'disbursement.year-without-tranche' });
  if (!isCents(request.amountCents) || request.amountCents <= 0)
    problems.push({ path: 'amountCents', code: 'disbursement.amount-not-positive' });
  else if (tranche !== undefined && request.amountCents > tranche.openCents)
    problems.push({ path: 'amountCents', code: 'disbursement.over-tranche', openCents: tranche.openCents });
  if (request.neededUntil < today) problems.push({ path: 'neededUntil', code: 'disbursement.needed-until-past' });
  return problems;
}

/** ANBest-GK: money is called when needed for payments due within the window; shown to the checker, who decides. */
export function isWithinNeedWindow(neededUntil: LocalDate, today: LocalDate, windowMonths: number): boolean {
  return neededUntil <= addMonths(today, windowMonths);
}

/** "Sachlich und rechnerisch richtig" is signed as a whole or not at all. */
export function assertCorrect(check: { readonly factual: boolean; readonly arithmetical: boolean }): void {
  if (!check.factual || !check.arithmetical) throw new DomainError('conflict', 'disbursement.not-correct');
}

/** Who orders has neither checked nor touched the bank data (VV Nr. 1.1.3 zu §§ 70–80 LHO). */
export function assertOrderer(acting: ActingPersons, checkers: EarlierPersons, bankEditors: EarlierPersons): void {
  assertDifferentPersons('disbursement.orderer-took-part', acting, [checkers, bankEditors].flat());
}

export function mayOrder(acting: ActingPersons, checkers: EarlierPersons, bankEditors: EarlierPersons): boolean {
  return arePersonsDifferent(acting, [checkers, bankEditors].flat());
}

/** The check covered one version of the bank data; a newer one asks for a new check. */
export function assertBankDataUnchanged(
  checkedBankAccountId: string | null,
  confirmedBankAccountId: string | null,
): void {
  if (checkedBankAccountId === null || checkedBankAccountId !== confirmedBankAccountId)
    throw new DomainError('conflict', 'disbursement.bank-data-changed');
}

export function assertBankConfirmer(acting: ActingPersons, proposers: EarlierPersons): void {
  assertDifferentPersons('bank-account.confirmer-is-proposer', acting, [proposers].flat());
}

export function mayConfirmBankData(acting: ActingPersons, proposers: EarlierPersons): boolean {
  return arePersonsDifferent(acting, [proposers].flat());
}
