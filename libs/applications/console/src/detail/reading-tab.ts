import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ApplicationReading } from './application-reading';
import { ApplicationStore } from './application-store';
import { DecisionBox } from './decision-box';

/** Tab "Antrag": all that was entered, on one page that also prints. */
@Component({
  selector: 'app-reading-tab',
  imports: [ApplicationReading, DecisionBox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (store.application.value(); as application) {
      <div class="stack">
        @if (application.decision) {
          <app-decision-box [application]="application" />
        }
        <app-application-reading [application]="application" />
      </div>
    }
  `,
})
export class ReadingTab {
  protected readonly store = inject(ApplicationStore);
}
