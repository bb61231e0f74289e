/** Hundredths of a percent: `2,5` → 250. Null for what cannot be read; never rounded. */
export function parseBasisPoints(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0%]/g, ''));
  if (!match) return null;
  const [, whole = '', fraction = ''] = match;
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

/** 250 → `2,5`, 200 → `2`. */
export function basisPointsText(basisPoints: number): string {
  const hundredths = basisPoints % 100;
  const fraction = hundredths % 10 === 0 ? String(hundredths / 10) : String(hundredths).padStart(2, '0');
  const whole = String(Math.floor(basisPoints / 100));
  return hundredths === 0 ? whole : `${whole},${fraction}`;
}
