import type { Page } from 'playwright-core';

/** The answer to a request that was meant to be refused; Chromium tells every one of them on the console. */
const REFUSED = /^Failed to load resource: the server responded with a status of (401|404)/;
const VIOLATION = 'content security policy: ';

/**
 * Collects what no page of the portal may do: errors on the console, breaches of its policy (also those the browser does
 * not tell there), dialogs of the browser and foreign requests.
 */
export class PageWatch {
  private readonly found: string[] = [];

  constructor(page: Page, origin: string) {
    void page.addInitScript(tellViolations, VIOLATION);
    page.on('console', (message) => {
      if (message.type() === 'error') this.found.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.found.push(`uncaught: ${error.message}`));
    page.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') this.found.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss().catch(() => undefined);
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      // The browser's own viewer for PDF loads itself by addresses of its own.
      if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) this.found.push(`foreign: ${url.href}`);
    });
  }

  /** What was found since the last call. */
  take({ refusalExpected = false } = {}): string[] {
    const found = this.found.splice(0);
    return refusalExpected ? found.filter((line) => !REFUSED.test(line.replace(/^console: /, ''))) : found;
  }
}

/** Runs inside the page. */
function tellViolations(prefix: string): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
    reportError(new Error(`${prefix}${effectiveDirective} ${blockedURI} ${sourceFile} ${sample}`)),
  );
}
