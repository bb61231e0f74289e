const UNITS = ['Byte', 'KB', 'MB', 'GB'] as const;

/** `1,4 MB`: three figures at most, so that sizes can be compared at a glance. */
export function byteSize(bytes: number, language: string): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toLocaleString(language, { maximumFractionDigits: digits })}\u00a0${UNITS[unit]}`;
}
