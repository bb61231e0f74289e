import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';

interface Place {
  readonly rowKey: string;
  /** Of the page and of the list's own scroll region. */
  readonly scrollTop: number;
  readonly regionTop: number;
}

/** Remembers which row of which list (address included) was opened, so that Back returns to it. */
@Injectable({ providedIn: 'root' })
export class TableMemory {
  private readonly router = inject(Router);
  private readonly places = new Map<string, Place>();

  remember(rowKey: string, regionTop: number): void {
    this.places.set(this.router.url, { rowKey, regionTop, scrollTop: window.scrollY });
  }

  /** Only for somebody who walked back; a fresh visit starts on top. Ask while the table is being made. */
  recall(): Place | undefined {
    const navigation = this.router.currentNavigation() ?? this.router.lastSuccessfulNavigation();
    return navigation?.trigger === 'popstate'
      ? this.places.get(navigation.finalUrl?.toString() ?? this.router.url)
      : undefined;
  }
}
