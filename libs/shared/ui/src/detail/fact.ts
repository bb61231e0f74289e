import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** One figure in the head of a detail page: `<app-fact fact [label]="t('…')">{{ amount | euro }}</app-fact>`. */
@Component({
  selector: 'app-fact',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="label">{{ label() }}<span class="visually-hidden">: </span></span>
    <span class="value"><ng-content /></span>
  `,
  styles: `
    :host {
      display: block;
    }
    .label {
      display: block;
      color: var(--app-muted);
      font-size: 0.8125rem;
      line-height: 1.25;
    }
    .value {
      font-weight: 500;
    }
  `,
})
export class Fact {
  readonly label = input.required<string>();
}
