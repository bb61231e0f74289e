import type { MeasureRecord, ScenarioResult } from '@wir/budget/domain';

export interface Scenario {
  readonly id: string;
  readonly state: string;
  readonly name: string;
  readonly version: number;
  readonly isFrozen: boolean;
  readonly isBasisChanged: boolean;
  readonly measures: readonly MeasureRecord[];
  readonly result: Omit<ScenarioResult, 'acts'>;
  readonly acts: readonly { readonly id: string; readonly actNumber: string; readonly state: string }[];
  readonly actions: readonly {
    readonly action: string;
    readonly allowed: boolean;
    readonly reasonCode: string | null;
  }[];
}

/** The row itself, moved by a known amount from whatever stood there. */
export function changedRow(account: string, year: number, row: object | undefined, cents: number): object {
  const beforeCents = row !== undefined && 'beforeCents' in row ? Number(row.beforeCents) : Number.NaN;
  return { account, year, dueYear: null, lineCode: 'WIR', beforeCents, afterCents: beforeCents + cents };
}

/** Small enough that most can be booked, mixed so that they meet in the same years. */
export function randomMeasures(seed: number, count: number, awardId: string): MeasureRecord[][] {
  let state = seed || 1;
  const below = (limit: number): number => {
    state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647 || 1;
    return state % limit;
  };
  const measure = (): MeasureRecord => {
    const fromYear = 2027 + below(4);
    const amountCents = 1 + below(999_999);
    const basisPoints = 1 + below(99);
    const all: readonly MeasureRecord[] = [
      { kind: 'CUT', year: null, basisPoints },
      { kind: 'LOCK', year: fromYear, basisPoints },
      { kind: 'REPHASE', fromYear, toYear: fromYear === 2030 ? 2027 : fromYear + 1, amountCents },
      { kind: 'TARIFF_RISE', fromYear, basisPoints, personnelShareBasisPoints: 1 + below(10_000) },
      { kind: 'RAISE', awardId, year: fromYear, amountCents },
      { kind: 'WAIVER', awardId, year: fromYear, amountCents },
    ];
    return all[below(all.length)] ?? { kind: 'CUT', year: null, basisPoints };
  };
  return Array.from({ length: count }, () => Array.from({ length: 1 + below(4) }, measure));
}
