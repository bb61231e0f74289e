import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject, provideEnvironmentInitializer } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TranslocoService, provideTransloco } from '@jsverse/transloco';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

const LIBS = join(__dirname, '../../libs');

/** German texts of a lib, as its routes would load them. */
function germanTexts(scope: string, folder: string, texts = 'src/i18n'): Record<string, unknown> {
  const file = join(folder, texts, 'de.json');
  const content: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return { [scope]: content };
}

// Specs see the real German words of the shared parts and of their own domain, so that they may look for labels.
beforeEach(() => {
  const domain = /libs[\\/]([\w-]+)[\\/]console/.exec(expect.getState().testPath ?? '')?.[1];
  const texts = {
    ...germanTexts('ui', join(LIBS, 'shared/ui')),
    ...(domain && domain !== 'shared' ? germanTexts(domain, join(LIBS, domain, 'console')) : {}),
    ...(domain === 'identity' ? germanTexts('admin', join(LIBS, 'identity/console/src/admin'), 'i18n') : {}),
  };
  TestBed.configureTestingModule({
    providers: [
      provideTransloco({
        config: {
          availableLangs: ['de', 'en'],
          defaultLang: 'de',
          prodMode: true,
          missingHandler: { logMissingKey: false },
        },
      }),
      provideEnvironmentInitializer(() =>
        inject(TranslocoService).setTranslation(texts, 'de', { merge: true, emitChange: false }),
      ),
    ],
  });
});

// What jsdom leaves out and components ask for.
class NoResizeObserver implements ResizeObserver {
  readonly observe = (): void => undefined;
  readonly unobserve = (): void => undefined;
  readonly disconnect = (): void => undefined;
}
globalThis.ResizeObserver ??= NoResizeObserver;
window.scrollTo = () => undefined;
window.matchMedia ??= (query: string): MediaQueryList =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
HTMLElement.prototype.scrollTo ??= () => undefined;
globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;
