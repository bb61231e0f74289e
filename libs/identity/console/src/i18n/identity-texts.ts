import type { TextFiles } from '@wir/shared/console';

export const IDENTITY_TEXTS: TextFiles = {
  de: () => import('./de.json'),
  en: () => import('./en.json'),
};
