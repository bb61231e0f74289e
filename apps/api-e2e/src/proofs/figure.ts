/** One line of the score board (security.md §2): what was counted, its limit, and how to repeat it. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  /** null: told, not judged. */
  readonly limit: number | null;
  /** How many attempts the value stands on. */
  readonly n: number;
  readonly seed?: number | null;
}

export function reportFigure({ id, value, limit, n, seed = null }: Figure): void {
  const pass = limit === null || value <= limit;
  process.stdout.write(`${JSON.stringify({ id, value, limit, pass, seed, n })}\n`);
}

/** SEED repeats a run; without it every run looks at something else. */
export function seedOfRun(): number {
  return Number(process.env['SEED'] ?? Date.now() % 1_000_000);
}
