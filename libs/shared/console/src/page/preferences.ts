import { DOCUMENT, Injectable, effect, inject, signal } from '@angular/core';
import { Language, Texts } from '../i18n/texts';

export type Theme = 'light' | 'dark' | 'system';

/** Language, appearance and rail of this browser; `public/theme.js` applies the theme before the first paint. */
@Injectable({ providedIn: 'root' })
export class Preferences {
  private readonly document = inject(DOCUMENT);
  private readonly texts = inject(Texts);
  private readonly dark = this.document.defaultView?.matchMedia?.('(prefers-color-scheme: dark)');
  private readonly systemDark = signal(this.dark?.matches ?? false);

  readonly theme = signal<Theme>(oneOf(read('theme'), ['light', 'dark', 'system'], 'system'));
  readonly railCollapsed = signal(read('rail') === 'collapsed');
  readonly language = this.texts.language;

  constructor() {
    this.dark?.addEventListener('change', (event) => this.systemDark.set(event.matches));
    effect(() => {
      const theme = this.theme();
      const shown = theme === 'system' ? (this.systemDark() ? 'dark' : 'light') : theme;
      this.document.documentElement.dataset['kernTheme'] = shown;
      write('theme', theme);
    });
    effect(() => write('rail', this.railCollapsed() ? 'collapsed' : 'open'));
    effect(() => (this.document.documentElement.lang = this.language()));
  }

  /** Restores the language of the last visit before the first page shows. */
  async restoreLanguage(): Promise<void> {
    await this.texts.use(oneOf(read('language'), ['de', 'en'], 'de'));
  }

  /** Signing out clears what this site has stored; language and appearance say nothing about the person and stay. */
  keep(): void {
    write('theme', this.theme());
    write('rail', this.railCollapsed() ? 'collapsed' : 'open');
    write('language', this.language());
  }

  async setLanguage(language: Language): Promise<void> {
    await this.texts.use(language);
    write('language', language);
  }
}

function oneOf<T extends string>(value: string | null, allowed: readonly T[], fallback: T): T {
  return allowed.find((candidate) => candidate === value) ?? fallback;
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(`wir.${name}`);
  } catch {
    return null; // Storage is switched off in this browser: defaults apply.
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(`wir.${name}`, value);
  } catch {
    return; // The choice then lasts until the page is closed.
  }
}
