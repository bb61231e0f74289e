import type { TextFiles } from '@wir/shared/console';

export const ADMIN_TEXTS: TextFiles = {
  de: () => import('./i18n/de.json'),
  en: () => import('./i18n/en.json'),
};
