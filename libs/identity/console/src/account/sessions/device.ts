const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/HeadlessChrome\/|Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** "Firefox, Windows": enough to know the own devices by. Brands need no translation; empty when nothing is known. */
export function deviceOf(userAgent: string | null): string {
  const agent = userAgent ?? '';
  return [nameIn(BROWSERS, agent), nameIn(SYSTEMS, agent)].filter(Boolean).join(', ');
}

/** Phones and tablets get another picture; also by the server's short name ("Safari, iOS"). */
export function isHandheld(userAgent: string | null): boolean {
  return /iPhone|iPad|iOS|Android|Mobile/.test(userAgent ?? '');
}

function nameIn(names: readonly (readonly [RegExp, string])[], agent: string): string {
  return names.find(([mark]) => mark.test(agent))?.[1] ?? '';
}
