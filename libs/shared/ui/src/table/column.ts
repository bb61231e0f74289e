import { Directive, TemplateRef, inject, input } from '@angular/core';

/** One column as data. `kind` decides how the value shows; a `<ng-template appCell="key" let-row>` overrides it. */
export interface Column<T> {
  readonly key: string;
  /** Text key of the head. */
  readonly label: string;
  readonly kind: 'link' | 'text' | 'money' | 'number' | 'day' | 'moment' | 'deadline' | 'template';
  /** What the API sorts by; without it the head is no button. */
  readonly sort?: string;
  /** Not needed for `template`. */
  readonly value?: (row: T) => string | number | null;
  /** CSS width; text columns without one share the rest and end in an ellipsis. */
  readonly width?: string;
  /** Total over all hits, shown in the foot (`money` and `number`). */
  readonly total?: () => number | null | undefined;
}

/** Free content of one column: `<ng-template appCell="state" let-row><app-status-chip … /></ng-template>`. */
@Directive({ selector: 'ng-template[appCell]' })
export class Cell {
  readonly key = input.required<string>({ alias: 'appCell' });
  readonly template = inject<TemplateRef<{ $implicit: unknown }>>(TemplateRef);
}
