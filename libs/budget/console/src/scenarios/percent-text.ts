/** Hundredths of a percent: `2,5` → 250. Null for what cannot be read; never rounded. */
export function parseBasisPoints(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0%]/g, ''));
  if (!match) return null;
  const [, whole = '', fraction = ''] = match;
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

/** 250 → `2,5`, 200 → `2`. */
export function basisPointsText(basisPoints: number): string {
  const fraction = String(basisPoints % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = String(Math.floor(basisPoints / 100));
  return fraction === '' ? whole : `${whole},${fraction}`;
}
