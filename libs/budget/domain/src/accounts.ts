import type { FiscalYear } from '@wir/shared/kernel';

/** Accounts of a budget year, and those of commitment authorisations (Verpflichtungsermächtigungen) per due year. */
export const ACCOUNT_LABELS = {
  appropriation: 'Ansatz (Gegenkonto)',
  free: 'frei',
  locked: 'gesperrt',
  reserved: 'vorgemerkt',
  committed: 'gebunden',
  ordered: 'angeordnet',
  paid: 'ausgezahlt',
  returned: 'zurückgeflossen',
  lapsed: 'verfallen',
  ve_authorised: 'VE laut Haushalt (Gegenkonto)',
  ve_free: 'VE frei',
  ve_used: 'VE in Anspruch genommen',
  ve_lapsed: 'VE verfallen',
} as const;

export type AccountKind = keyof typeof ACCOUNT_LABELS;

export const ACCOUNT_KINDS = Object.keys(ACCOUNT_LABELS) as readonly AccountKind[];

/** Mirrors of what the budget act grants; the only accounts below zero. */
export function isSource(kind: AccountKind): boolean {
  return kind === 'appropriation' || kind === 've_authorised';
}

/** The parts a year's Ansatz falls into: their sum is the Ansatz, always. */
export const YEAR_PARTS = [
  'free',
  'locked',
  'reserved',
  'committed',
  'ordered',
  'paid',
  'returned',
  'lapsed',
] as const satisfies readonly AccountKind[];

/** `dueYear` for authorisations only, `awardId` for commitments only; without a line it is the main one. */
export interface AccountKey {
  readonly kind: AccountKind;
  readonly year: FiscalYear;
  readonly dueYear: FiscalYear | null;
  readonly awardId: string | null;
  /** Budget line (Haushaltsstelle); missing: the programme's main line, which all awards are charged to. */
  readonly lineId?: string | null;
}

export function accountName(key: AccountKey): string {
  return [key.kind, key.year, key.dueYear, key.awardId, key.lineId ?? null].filter((part) => part !== null).join(':');
}
