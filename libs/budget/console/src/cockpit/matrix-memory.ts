import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { AnyFigure, Column } from '../look/figure';

export interface Place {
  readonly column: Column;
  readonly figure: AnyFigure;
}

/** Which cell was opened: walking back, by the browser or by the link of the page, returns to it. */
@Injectable({ providedIn: 'root' })
export class MatrixMemory {
  private readonly router = inject(Router);
  private last: Place | null = null;

  remember(place: Place): void {
    this.last = place;
  }

  /** Ask while the page is being made; a fresh visit starts on top. */
  recall(): Place | null {
    const navigation = this.router.currentNavigation() ?? this.router.lastSuccessfulNavigation();
    const isReturn = navigation?.trigger === 'popstate' || navigation?.extras.state?.['keepFocus'] === true;
    return isReturn ? this.last : null;
  }
}
