import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/**
 * Moves focus and view after a change of page: onto its h1, from the top. Tabs, filters and pages of a list say
 * `keepFocus`; walking back restores what the list remembers.
 */
@Injectable({ providedIn: 'root' })
export class Arrival {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private isFirst = true;

  watch(destroy: DestroyRef): void {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(destroy),
      )
      .subscribe(() => this.arrived());
  }

  focusMain(): void {
    this.document.querySelector<HTMLElement>('main')?.focus();
  }

  private arrived(): void {
    const navigation = this.router.lastSuccessfulNavigation();
    const first = this.isFirst;
    this.isFirst = false;
    if (first || navigation?.extras.state?.['keepFocus']) return;
    if (navigation?.trigger !== 'popstate') this.document.defaultView?.scrollTo({ top: 0 });
    // The new page is drawn after the navigation's end; its h1 may come with its data.
    setTimeout(() => {
      const heading = this.document.querySelector<HTMLElement>('main h1');
      if (heading) heading.focus({ preventScroll: true });
      else this.focusMain();
    });
  }
}
