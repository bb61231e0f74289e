import type { TextFiles } from '@wir/shared/console';
import german from './de.json';

/** Texts of the shared parts; German is part of the first load, English comes when it is chosen. */
export const UI_TEXTS: TextFiles = {
  de: () => Promise.resolve({ default: german }),
  en: () => import('./en.json'),
};
