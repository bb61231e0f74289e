import type { TextFiles } from '@wir/shared/console';

export const DISBURSEMENT_TEXT_FILES: TextFiles = {
  de: () => import('./de.json'),
  en: () => import('./en.json'),
};
