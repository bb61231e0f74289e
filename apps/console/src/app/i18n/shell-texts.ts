import type { TextFiles } from '@wir/shared/console';
import german from './de.json';

/** German is part of the first load, English comes when it is chosen. */
export const SHELL_TEXTS: TextFiles = {
  de: () => Promise.resolve({ default: german }),
  en: () => import('./en.json'),
};
