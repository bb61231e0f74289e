import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withInterceptors, withXsrfConfiguration } from '@angular/common/http';
import {
  ApplicationConfig,
  ErrorHandler,
  Injector,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { TitleStrategy, provideRouter, withComponentInputBinding, withRouterConfig } from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import {
  IDLE_WARNING,
  IdleWarning,
  PageTitle,
  Preferences,
  SIGN_IN_AGAIN,
  STEP_UP,
  Session,
  SignInAgain,
  StepUp,
  Texts,
  problemInterceptor,
  sessionInterceptor,
  stepUpInterceptor,
} from '@wir/shared/console';
import { UI_TEXTS } from '@wir/shared/ui';
import { APP_ROUTES } from './app.routes';
import { FaultHandler } from './errors/fault-handler';
import { SHELL_TEXTS } from './i18n/shell-texts';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(
      withInterceptors([sessionInterceptor, stepUpInterceptor, problemInterceptor]),
      withXsrfConfiguration({ cookieName: 'XSRF-TOKEN', headerName: 'X-XSRF-TOKEN' }),
    ),
    provideRouter(APP_ROUTES, withComponentInputBinding(), withRouterConfig({ paramsInheritanceStrategy: 'always' })),
    // The page has no <base>: its policy forbids one, since a foreign one would redirect every relative address.
    { provide: APP_BASE_HREF, useValue: '/' },
    provideTransloco({
      config: {
        availableLangs: ['de', 'en'],
        defaultLang: 'de',
        reRenderOnLangChange: false,
        prodMode: true,
        missingHandler: { logMissingKey: false },
      },
    }),
    provideAppInitializer(prepare),
    { provide: ErrorHandler, useExisting: FaultHandler },
    { provide: TitleStrategy, useExisting: PageTitle },
    { provide: SIGN_IN_AGAIN, useFactory: signInAgain },
    { provide: STEP_UP, useFactory: stepUp },
    { provide: IDLE_WARNING, useFactory: idleWarning },
  ],
};

/** Texts before pages: no key is ever seen raw. The sentences for refusals follow in a chunk of their own. */
async function prepare(): Promise<void> {
  const texts = inject(Texts);
  const preferences = inject(Preferences);
  const session = inject(Session);
  await Promise.all([texts.register('shell', SHELL_TEXTS), texts.register('ui', UI_TEXTS)]);
  await preferences.restoreLanguage();
  session.loadIfKnown().catch(() => undefined); // A page for everybody also shows when the server is down.
  void import('./errors/error-texts').then(({ registerErrorTexts }) => registerErrorTexts());
}

// The dialogs that may come up over any page are loaded with the first need.
function signInAgain(): SignInAgain {
  const injector = inject(Injector);
  return async () => (await import('@wir/identity/console')).openSignInAgain(injector)();
}

function stepUp(): StepUp {
  const injector = inject(Injector);
  return async () => (await import('@wir/identity/console')).openStepUp(injector)();
}

function idleWarning(): IdleWarning {
  const injector = inject(Injector);
  return async () => (await import('@wir/identity/console')).openIdleWarning(injector)();
}
