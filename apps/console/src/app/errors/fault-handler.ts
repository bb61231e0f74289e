import { ErrorHandler, Injectable, inject, signal } from '@angular/core';
import { ApiProblem } from '@wir/shared/console';
import { FaultReporter } from './fault-reporter';

/** Nothing is swallowed: an unexpected error shows on the page with what to do, and reaches the console for the developer. */
@Injectable({ providedIn: 'root' })
export class FaultHandler implements ErrorHandler {
  private readonly reporter = inject(FaultReporter);
  private readonly current = signal<ApiProblem | null>(null);
  readonly fault = this.current.asReadonly();

  handleError(error: unknown): void {
    if (isHarmless(error)) return;
    this.reporter.report(error);
    this.current.set(
      error instanceof ApiProblem
        ? error
        : new ApiProblem(500, isOldVersion(error) ? 'console.reload-needed' : 'console.unexpected', '', ''),
    );
  }

  clear(): void {
    this.current.set(null);
  }
}

/** Browsers report a size observer that needs a second round as an error; nothing is wrong with the page. */
function isHarmless(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('ResizeObserver loop');
}

/** After an update the parts of the page that were loaded lazily have new names. */
function isOldVersion(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|Importing a module script failed/i.test(error.message);
}
