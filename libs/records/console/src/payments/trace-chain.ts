import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import { Icon } from '@wir/shared/ui';
import { TraceFactValue } from './trace-fact';
import type { TraceStep } from './trace-steps';

/** The links of the chain one below the other; what has not happened yet says so. */
@Component({
  selector: 'app-trace-chain',
  imports: [Icon, RouterLink, TraceFactValue],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol>
      @for (step of steps(); track step.key) {
        <li [class.missing]="step.missing !== null">
          <span class="mark" aria-hidden="true"><app-icon [name]="step.missing ? 'clock' : step.icon" /></span>
          <div class="body">
            <h2>
              {{ t('records.trace.step.' + step.key) }}
              @if (step.number; as number) {
                <span class="number">{{ number }}</span>
              }
            </h2>
            @if (step.missing; as missing) {
              <p class="muted">{{ t(missing) }}</p>
            } @else {
              @for (group of step.groups; track $index) {
                <dl class="facts">
                  @for (fact of group; track fact.label) {
                    <dt>{{ t(fact.label) }}</dt>
                    <dd><app-trace-fact [fact]="fact" /></dd>
                  }
                </dl>
              }
              @if (step.link; as link) {
                <a class="open" [routerLink]="link.path" [queryParams]="link.query ?? {}"
                  >{{ t('records.trace.open.' + step.key) }} <app-icon name="next"
                /></a>
              }
            }
          </div>
        </li>
      }
    </ol>
  `,
  styleUrl: './trace-chain.scss',
})
export class TraceChain {
  protected readonly t = injectTexts();
  readonly steps = input.required<readonly TraceStep[]>();
}
