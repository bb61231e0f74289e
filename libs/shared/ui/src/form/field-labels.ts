import { Injectable } from '@angular/core';

/** Visible labels by field, so that the error summary can name the field it links to. */
@Injectable({ providedIn: 'root' })
export class FieldLabels {
  private readonly labels = new WeakMap<object, string>();

  set(state: object, label: string): void {
    this.labels.set(state, label);
  }

  of(state: object): string | undefined {
    return this.labels.get(state);
  }
}
