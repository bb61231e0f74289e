import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Texts, injectTexts } from '@wir/shared/console';
import type { PayoutGateDto } from '@wir/shared/contract';
import { DayPipe, Icon } from '@wir/shared/ui';
import { earliestPayout } from './gate-days';

/** What has to be met before money flows, in the order of the law, with the first possible day where a date decides. */
@Component({
  selector: 'app-gate-list',
  imports: [DayPipe, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (gate of gates(); track gate.code) {
        <li [class.met]="gate.met">
          <app-icon [name]="gate.met ? 'check-circle' : 'hourglass'" />
          <div>
            <strong>{{ t('disbursements.gate.' + gate.code) }}</strong>
            <span class="state">{{ t(gate.met ? 'disbursements.gate.met' : 'disbursements.gate.open') }}</span>
            @if (isGerman()) {
              <p>{{ gate.text }}</p>
            }
            @if (!gate.met && gate.earliestDate) {
              <p class="earliest">
                <app-icon name="calendar" /> {{ t('disbursements.gate.from', { day: (gate.earliestDate | day) }) }}
              </p>
            }
          </div>
        </li>
      }
    </ul>
    @if (earliest(); as day) {
      <p class="earliest first">{{ t('disbursements.gate.earliest', { day: (day | day) }) }}</p>
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: 0.75rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 0.625rem;
    }
    li > app-icon {
      margin-top: 0.125rem;
      color: var(--kern-color-feedback-warning);
    }
    .met > app-icon,
    .met .state {
      color: var(--kern-color-feedback-success);
    }
    .state {
      margin-left: 0.5rem;
      color: var(--kern-color-feedback-warning);
      font-size: 0.875rem;
      font-weight: 500;
    }
    p {
      margin: 0;
      color: var(--app-muted);
      font-size: 0.9375em;
    }
    .first {
      margin-top: 0.75rem;
    }
    .earliest {
      color: var(--app-text);
      font-weight: 500;
    }
  `,
})
export class GateList {
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();
  readonly gates = input.required<readonly PayoutGateDto[]>();

  protected readonly earliest = computed(() => earliestPayout(this.gates()));

  /** The sentences of the server are German; other languages read name and state. */
  protected readonly isGerman = (): boolean => this.texts.language() === 'de';
}
