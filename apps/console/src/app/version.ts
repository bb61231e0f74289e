/** Shown in the footer; the release writes it together with package.json. */
export const VERSION = '0.1.0';
