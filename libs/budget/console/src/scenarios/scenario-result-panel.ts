import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ScenarioWarningCode, YearPosition } from '@wir/budget/domain';
import { Texts, injectTexts } from '@wir/shared/console';
import { EuroPipe, Icon } from '@wir/shared/ui';
import type { ShownResult } from './shown-result';
import { euroDifference } from '../value/whole-euro';
import { warningText } from './scenario-texts';

/** Parts of a year a measure can move, in the order of the matrix. */
const PARTS = [
  { key: 'appropriationCents', label: 'budget.figure.appropriated' },
  { key: 'lockedCents', label: 'budget.figure.locked' },
  { key: 'reservedCents', label: 'budget.figure.reserved' },
  { key: 'boundCents', label: 'budget.scenario.bound' },
  { key: 'freeCents', label: 'budget.figure.free' },
] as const satisfies readonly { key: keyof YearPosition; label: string }[];

/** The tables say them already. */
const IN_TABLE: readonly ScenarioWarningCode[] = ['OVER_COMMITTED', 'AUTHORISATION_LACKING'];

/** Today beside what would be: free money of each year, authorisations of each due year, and whether they suffice. */
@Component({
  selector: 'app-scenario-result-panel',
  imports: [EuroPipe, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './scenario-result-panel.html',
  styleUrl: './scenario-result-panel.scss',
})
export class ScenarioResultPanel {
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();

  readonly result = input.required<ShownResult>();
  /** The editor shows what is wrong with a measure at the measure. */
  readonly ofMeasures = input(true);

  /** Fixed by a proposal: its first column is the day of the proposal and not today. */
  readonly isFrozen = input(false);
  protected readonly nowLabel = computed(() =>
    this.isFrozen() ? 'budget.scenario.atProposal' : 'budget.scenario.now',
  );

  protected readonly warnings = computed(() =>
    this.result()
      .warnings.filter(({ code }) => !IN_TABLE.includes(code))
      .filter(({ measure }) => measure === null || this.ofMeasures())
      .map((warning) => ({
        isBlocking: warning.isBlocking,
        text: [
          ...(warning.measure === null ? [] : [this.t('budget.scenario.ofMeasure', { number: warning.measure + 1 })]),
          warningText(warning, this.t, this.texts.language()),
        ].join(' '),
      })),
  );
  protected readonly isBlocked = computed(() => this.result().warnings.some(({ isBlocking }) => isBlocking));
  /** The verdict, empty when everything suffices. */
  protected readonly lacking = computed(() => {
    const { years, authorisations } = this.result();
    const over = years.filter(({ overCommittedCents }) => overCommittedCents > 0).map(({ year }) => year);
    const due = authorisations.filter(({ lackingCents }) => lackingCents > 0).map(({ dueYear }) => dueYear);
    return [
      ...(over.length > 0 ? [this.t('budget.scenario.overCommitted', { years: over.join(', ') })] : []),
      ...(due.length > 0 ? [this.t('budget.scenario.unauthorised', { years: due.join(', ') })] : []),
    ];
  });
  /** Only what moves, so that it can be read. */
  protected readonly details = computed(() =>
    this.result().years.flatMap(({ year, now, booked, then }) =>
      PARTS.filter(({ key }) => now[key] !== then[key] || now[key] !== booked[key]).map(({ key, label }) => ({
        id: `${year}-${key}`,
        year,
        label,
        now: now[key],
        booked: booked[key],
        then: then[key],
      })),
    ),
  );

  protected change(amountCents: number): string {
    return euroDifference(amountCents, this.texts.language());
  }
}
