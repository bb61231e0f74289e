import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ACCOUNT_KINDS, isSource, type AccountKind } from '@wir/budget/domain';
import { Texts, injectTexts } from '@wir/shared/console';
import type { BudgetActEffectDto } from '@wir/shared/contract';
import { EuroPipe, Icon } from '@wir/shared/ui';
import { euroDifference } from '../value/whole-euro';

/** What an act does to each balance: before, after and the difference, to the cent. */
@Component({
  selector: 'app-effect-table',
  imports: [EuroPipe, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="t('budget.effect.title')">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{{ t('budget.effect.year') }}</th>
            <th scope="col">{{ t('budget.effect.figure') }}</th>
            @if (isOfSeveralLines()) {
              <th scope="col">{{ t('budget.acts.line') }}</th>
            }
            <th scope="col" class="amount">{{ t('budget.effect.before') }}</th>
            <th scope="col" class="amount">{{ t('budget.effect.after') }}</th>
            <th scope="col" class="amount">{{ t('budget.effect.difference') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.key) {
            <tr>
              <th scope="row">{{ row.year }}</th>
              <td>{{ t('budget.account.' + row.account) }}</td>
              @if (isOfSeveralLines()) {
                <td>{{ row.lineCode }}</td>
              }
              <td class="amount">{{ row.before | euro }}</td>
              <td class="amount">
                @if (row.after < 0) {
                  <app-icon name="alert" /> <span class="visually-hidden">{{ t('budget.matrix.overdrawn') }} </span>
                }
                {{ row.after | euro }}
              </td>
              <td class="amount difference">{{ row.difference }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    th[scope='row'],
    .difference {
      font-weight: 500;
    }
    .amount {
      white-space: nowrap;
    }
    .plain-table :is(th, td) {
      padding-inline: 0.375rem;
    }
  `,
})
export class EffectTable {
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();

  readonly effects = input.required<readonly BudgetActEffectDto[]>();

  /** One line alone needs no column: the difference stays in sight. */
  protected readonly isOfSeveralLines = computed(
    () => new Set(this.effects().map(({ lineCode }) => lineCode)).size > 1,
  );
  protected readonly rows = computed(() =>
    [...this.effects()]
      .sort((a, b) => a.year - b.year || (a.dueYear ?? 0) - (b.dueYear ?? 0) || orderOf(a) - orderOf(b))
      .map((effect) => {
        const { account, lineCode, year, dueYear } = effect;
        // The accounts money comes from run below zero; people read the Ansatz above it.
        const sign = isSource(account as AccountKind) ? -1 : 1;
        const [before, after] = [sign * effect.beforeCents + 0, sign * effect.afterCents + 0];
        return {
          key: [account, lineCode, year, dueYear].join(),
          account,
          lineCode,
          before,
          after,
          year: dueYear === null ? String(year) : this.t('budget.effect.due', { year, due: dueYear }),
          difference: euroDifference(after - before, this.texts.language()),
        };
      }),
  );
}

/** The Ansatz first, then what it falls into: in every year the same. */
function orderOf({ account }: BudgetActEffectDto): number {
  return ACCOUNT_KINDS.findIndex((kind) => kind === account);
}
