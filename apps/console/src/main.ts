import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { allowEmptyMarkup } from './app/trusted-types';

allowEmptyMarkup(window);

bootstrapApplication(App, appConfig).catch((error: unknown) => {
  document.documentElement.dataset['bootFailed'] = 'true';
  throw error;
});
