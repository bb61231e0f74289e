import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** One figure in the head of a detail page: `<app-fact fact [label]="t('…')">{{ amount | euro }}</app-fact>`. */
@Component({
  selector: 'app-fact',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dt>{{ label() }}</dt>
    <dd><ng-content /></dd>
  `,
  styles: `
    :host {
      display: block;
    }
    dt {
      color: var(--app-muted);
      font-size: 0.8125rem;
      line-height: 1.25;
    }
    dd {
      margin: 0;
      font-weight: 500;
    }
  `,
})
export class Fact {
  readonly label = input.required<string>();
}
