import type { YEAR_PARTS } from '@wir/budget/domain';
import type { BudgetTotalDto, CommitmentAuthorisationDto } from '@wir/shared/contract';

/** The rows of the matrix: the Ansatz and the parts it falls into. */
export type Figure = 'appropriated' | (typeof YEAR_PARTS)[number];
export type AuthorisationFigure = 've_authorised' | 've_used' | 've_lapsed' | 've_free';
export type AnyFigure = Figure | AuthorisationFigure;

interface FigureLook {
  readonly figure: AnyFigure;
  /** In the address. */
  readonly slug: string;
  /** Text key. */
  readonly label: string;
}

const LOOKS: Readonly<Record<AnyFigure, Omit<FigureLook, 'figure'>>> = {
  appropriated: { slug: 'ansatz', label: 'budget.figure.appropriated' },
  reserved: { slug: 'vorgemerkt', label: 'budget.figure.reserved' },
  committed: { slug: 'gebunden', label: 'budget.figure.committed' },
  ordered: { slug: 'angeordnet', label: 'budget.figure.ordered' },
  paid: { slug: 'ausgezahlt', label: 'budget.figure.paid' },
  returned: { slug: 'zurueckgeflossen', label: 'budget.figure.returned' },
  locked: { slug: 'gesperrt', label: 'budget.figure.locked' },
  lapsed: { slug: 'verfallen', label: 'budget.figure.lapsed' },
  free: { slug: 'frei', label: 'budget.figure.free' },
  ve_authorised: { slug: 've-bewilligt', label: 'budget.figure.veAuthorised' },
  ve_used: { slug: 've-genutzt', label: 'budget.figure.veUsed' },
  ve_lapsed: { slug: 've-verfallen', label: 'budget.figure.veLapsed' },
  ve_free: { slug: 've-frei', label: 'budget.figure.veFree' },
};

export const ANY_FIGURES = Object.keys(LOOKS) as readonly AnyFigure[];

/** Order of the matrix from top to bottom. */
export const FIGURES = [
  'appropriated',
  'reserved',
  'committed',
  'ordered',
  'paid',
  'returned',
  'locked',
  'lapsed',
  'free',
] as const satisfies readonly Figure[];

/** What bookings of a case can fill; the rest belongs to no case. */
export const CASE_PARTS = [
  'reserved',
  'committed',
  'ordered',
  'paid',
  'returned',
  'lapsed',
] as const satisfies readonly Figure[];

/** The year column, or all years together. */
export type Column = number | 'total';
const ALL_YEARS = 'gesamt';

export function figureLabel(figure: AnyFigure): string {
  return LOOKS[figure].label;
}

export function figureOf(slug: string): AnyFigure | null {
  const found = Object.entries(LOOKS).find(([, look]) => look.slug === slug);
  return found ? (found[0] as AnyFigure) : null;
}

export function columnOf(text: string): Column | null {
  if (text === ALL_YEARS) return 'total';
  return /^\d{4}$/.test(text) ? Number(text) : null;
}

export function isFigureAddress(year: string, figure: string): boolean {
  return columnOf(year) !== null && figureOf(figure) !== null;
}

/** Where the bookings behind a figure are listed. */
export function figureLink(column: Column, figure: AnyFigure): string[] {
  return ['/haushalt', column === 'total' ? ALL_YEARS : String(column), LOOKS[figure].slug];
}

export function amountOf(figures: BudgetTotalDto, figure: Figure): number {
  return figures[`${figure}Cents` as const];
}

export function authorisationAmountOf(row: CommitmentAuthorisationDto, figure: AuthorisationFigure): number {
  if (figure === 've_authorised') return row.authorisedCents;
  if (figure === 've_lapsed') return row.lapsedCents;
  return figure === 've_used' ? row.usedCents : row.freeCents;
}

export function isAuthorisation(figure: AnyFigure): figure is AuthorisationFigure {
  return figure.startsWith('ve_');
}
