import { Injectable, Signal, inject, signal } from '@angular/core';
import { ResolveFn } from '@angular/router';
import { Translation, TranslocoService } from '@jsverse/transloco';

export type Language = 'de' | 'en';
export type TextParams = Readonly<Record<string, string | number>>;
/** Translates a key in the language of the moment; reads a signal, so templates follow a change of language. */
export type Translate = (key: string, params?: TextParams) => string;
export type TextFiles = Readonly<Record<Language, () => Promise<{ default: Translation }>>>;

/**
 * Texts of the screens, one scope per domain. A scope is loaded by its routes before the page shows and,
 * on a change of language, before the switch: no key is ever seen raw, no form is built anew.
 */
@Injectable({ providedIn: 'root' })
export class Texts {
  private readonly transloco = inject(TranslocoService);
  private readonly scopes = new Map<string, TextFiles>();
  private readonly loaded = new Set<string>();
  private readonly current = signal<Language>('de');
  private readonly revision = signal(0);

  readonly language: Signal<Language> = this.current.asReadonly();

  readonly translate: Translate = (key, params) => {
    this.revision();
    return this.transloco.translate(key, params, this.current());
  };

  async register(scope: string, files: TextFiles): Promise<void> {
    this.scopes.set(scope, files);
    await this.load(scope, this.current());
  }

  async use(language: Language): Promise<void> {
    await Promise.all([...this.scopes.keys()].map((scope) => this.load(scope, language)));
    this.transloco.setActiveLang(language);
    this.current.set(language);
  }

  private async load(scope: string, language: Language): Promise<void> {
    const id = `${scope}/${language}`;
    const files = this.scopes.get(scope);
    if (this.loaded.has(id) || !files) return;
    const file = await files[language]();
    this.transloco.setTranslation({ [scope]: file.default }, language, { merge: true, emitChange: false });
    this.loaded.add(id);
    this.revision.update((count) => count + 1);
  }
}

/** In a component: `protected readonly t = injectTexts();` and in its template `{{ t('applications.list.title') }}`. */
export function injectTexts(): Translate {
  return inject(Texts).translate;
}

/** In a domain's routes: `resolve: { texts: loadTexts('applications', { de: () => import('./i18n/de.json'), … }) }`. */
export function loadTexts(scope: string, files: TextFiles): ResolveFn<boolean> {
  return async () => {
    await inject(Texts).register(scope, files);
    return true;
  };
}
