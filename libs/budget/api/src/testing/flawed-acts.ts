import type { Movement } from './ledger-oracle';
import type { ActContent } from './programme-oracle';

/** One thing wrong with an otherwise sound act; what the refusal has to be is for the oracle to know. */
export function flawed(content: ActContent, pick: <T>(values: readonly T[]) => T): ActContent {
  const { kind, lines } = content;
  const [head, ...tail] = lines;
  if (head === undefined) return content;
  const first = (changes: Partial<Movement>): ActContent => ({ ...content, lines: [{ ...head, ...changes }, ...tail] });
  const general: readonly (() => ActContent)[] = [
    () => ({ ...content, lines: [] }),
    () => ({ ...content, lines: Array.from({ length: 41 }, () => head) }),
    () => first({ amount: 0 }),
    () => first({ amount: -head.amount }),
    () => first({ what: kind === 'LOCK' ? 'UNLOCK' : 'LOCK' }),
    () => first({ due: kind === 'VE_CHANGE' ? head.year : head.year + 1 }),
    () => first({ into: kind === 'LINE_SHIFT' ? (head.line ?? null) : 'two' }),
  ];
  const ofBothSides: readonly (() => ActContent)[] = [
    () => first({ amount: head.amount + 1 }),
    () => ({ ...content, lines: [...lines, { ...head, what: head.what.replace('_OUT', '_IN') }, head] }),
  ];
  const ofCarryOver: readonly (() => ActContent)[] = [
    () => ({ ...content, consent: null }),
    () => ({ ...content, endsOn: null }),
    () => ({ ...content, endsOn: `${head.year + 3}-01-01` }),
    () => ({ ...content, endsOn: `${head.year}-12-31` }),
  ];
  const isTwoSided = kind === 'REPHASE' || kind === 'CARRY_OVER';
  return pick([...general, ...(isTwoSided ? ofBothSides : []), ...(kind === 'CARRY_OVER' ? ofCarryOver : [])])();
}
