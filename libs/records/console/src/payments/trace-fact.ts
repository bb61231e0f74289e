import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { formatIban } from '@wir/disbursements/domain';
import { injectTexts } from '@wir/shared/console';
import { DayPipe, EuroPipe, MomentPipe } from '@wir/shared/ui';
import type { TraceFact } from './trace-steps';

/** The value of one line; an act names moment, person and whom she stood in for. */
@Component({
  selector: 'app-trace-fact',
  imports: [DayPipe, EuroPipe, MomentPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let one = fact();
    @switch (one.kind) {
      @case ('euro') {
        <span class="figure">{{ one.value | euro }}</span>
      }
      @case ('day') {
        {{ one.value | day }}
      }
      @case ('act') {
        @if (one.at) {
          {{ (one.at | moment) + (one.by ? ',' : '') }}
          @if (one.by) {
            <span class="person">{{ one.by }}</span>
          }
          @if (one.actedFor) {
            {{ t('records.trace.inDeputy', { name: one.actedFor }) }}
          }
        } @else {
          –
        }
      }
      @case ('code') {
        @if (one.value) {
          <code>{{ one.value }}</code>
        } @else {
          –
        }
      }
      @case ('iban') {
        <span class="figure">{{ one.value ? iban(one.value) : '–' }}</span>
      }
      @case ('word') {
        {{ t(one.value, one.fill) }}
      }
      @default {
        {{ one.value || '–' }}
      }
    }
  `,
  styles: `
    .figure {
      font-variant-numeric: tabular-nums;
    }
    .person {
      font-weight: 500;
    }
    code {
      font-size: 0.8125rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class TraceFactValue {
  protected readonly t = injectTexts();
  protected readonly iban = formatIban;
  readonly fact = input.required<TraceFact>();
}
