import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FollowUpKind, ScenarioAct } from '@wir/budget/domain';
import { Texts, injectTexts } from '@wir/shared/console';
import { cents, formatEuro } from '@wir/shared/kernel';
import { EuroPipe } from '@wir/shared/ui';
import type { ShownResult } from './shown-result';
import { actKindLabel } from '../look/budget-act-look';

/** What releasing would book, and what remains for people to do: booking alone changes no promise. */
@Component({
  selector: 'app-scenario-consequences',
  imports: [EuroPipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (bookings(); as bookings) {
      <div>
        <h3>{{ t('budget.scenario.acts') }}</h3>
        @if (bookings.length === 0) {
          <p class="muted">{{ t('budget.scenario.noActs') }}</p>
        } @else {
          <ul>
            @for (act of bookings; track $index) {
              <li>
                <span>{{ t(act.label) }}</span> <strong>{{ act.amountCents | euro }}</strong>
              </li>
            }
          </ul>
        }
      </div>
    }
    <div>
      <h3>{{ t('budget.scenario.followUps') }}</h3>
      @for (group of groups(); track group.kind) {
        <details [open]="group.rows.length < many">
          <summary>{{ t('budget.followUp.' + group.kind) }} ({{ group.rows.length }}): {{ group.sum }}</summary>
          <ul>
            @for (row of group.rows; track $index) {
              <li>
                <span
                  >{{ row.applicantName }}, <a [routerLink]="['/antraege', row.applicationId]">{{ row.caseNumber }}</a>
                  <span class="muted years">{{ row.years }}</span></span
                >
                <strong>{{ row.totalCents | euro }}</strong>
              </li>
            }
          </ul>
        </details>
      } @empty {
        <p class="muted">{{ t('budget.scenario.noFollowUps') }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1rem;
    }
    h3 {
      margin: 0 0 0.25rem;
      font-size: 1rem;
    }
    p {
      margin: 0;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.125rem 1rem;
      justify-content: space-between;
      padding: 0.375rem 0;
      border-top: 1px solid var(--app-line);
    }
    li > strong {
      margin-left: auto;
      font-weight: 600;
      white-space: nowrap;
    }
    summary {
      min-height: 2rem;
      font-weight: 500;
      cursor: pointer;
    }
    .years {
      display: block;
      font-size: 0.875rem;
    }
  `,
})
export class ScenarioConsequences {
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();
  /** A long list opens when asked for. */
  protected readonly many = 6;

  readonly followUps = input.required<ShownResult['followUps']>();
  /** Null where the acts stand already. */
  readonly acts = input<readonly ScenarioAct[] | null>(null);

  protected readonly bookings = computed(() =>
    this.acts()?.map(({ kind, lines }) => ({
      label: actKindLabel(kind),
      // Of an act that moves money from year to year, one side.
      amountCents: lines
        .filter((line) => line.kind !== 'REPHASE_IN')
        .reduce((sum, { amountCents }) => sum + amountCents, 0),
    })),
  );
  protected readonly groups = computed(() => {
    const groups = new Map<FollowUpKind, ShownResult['followUps'][number][]>();
    for (const each of this.followUps()) groups.set(each.kind, [...(groups.get(each.kind) ?? []), each]);
    const euro = (amount: number): string => formatEuro(cents(amount), this.texts.language());
    return [...groups].map(([kind, rows]) => ({
      kind,
      sum: euro(rows.reduce((sum, { totalCents }) => sum + totalCents, 0)),
      rows: rows.map((row) => ({
        ...row,
        years: row.years.map(({ year, amountCents }) => `${year}:\u00a0${euro(amountCents)}`).join('\u00a0· '),
      })),
    }));
  });
}
