import type { ScenarioMeasure } from '@wir/budget/domain';
import type { Language, Translate } from '@wir/shared/console';
import { cents, formatEuro } from '@wir/shared/kernel';
import type { ShownResult } from './shown-result';
import { euroDifference } from '../value/whole-euro';
import { basisPointsText } from './percent-text';
import type { ScenarioChoices } from './scenario-choices';

/** `Das Jahr 2028 ist um 1.200,00 € überzeichnet.` */
export function warningText(warning: ShownResult['warnings'][number], t: Translate, language: Language): string {
  return t(`budget.scenarioWarning.${warning.code}`, {
    year: warning.year ?? '',
    amount: formatEuro(cents(warning.cents ?? 0), language),
  });
}

/** What a measure does to the free money, year by year. */
export function effectText(effect: ShownResult['effects'][number], t: Translate, language: Language): string {
  const changes = effect.changes
    .filter(({ freeCents }) => freeCents !== 0)
    .map(({ year, freeCents }) => `${year}:\u00a0${euroDifference(freeCents, language)}`);
  if (changes.length > 0) return t('budget.measure.effect', { changes: changes.join('\u00a0· ') });
  return t(effect.changes.length > 0 ? 'budget.measure.binds' : 'budget.measure.nothing');
}

/** The measure as one sentence, where it is only read. */
export function measureText(
  measure: ScenarioMeasure,
  choices: Pick<ScenarioChoices, 'awards' | 'applications'>,
  t: Translate,
  language: Language,
): string {
  const head = `budget.measureText.${measure.kind}`;
  const percent = (basisPoints: number): string => `${basisPointsText(basisPoints)} %`;
  const amount = (amountCents: number): string => formatEuro(cents(amountCents), language);
  const award = (id: string): string =>
    choices.awards.find((known) => known.id === id)?.label ?? t('budget.measure.unknown');
  switch (measure.kind) {
    case 'CUT':
    case 'LOCK':
      return t(head, { year: measure.year ?? t('budget.measure.allYears'), percent: percent(measure.basisPoints) });
    case 'REPHASE':
      return t(head, { from: measure.fromYear, to: measure.toYear, amount: amount(measure.amountCents) });
    case 'TARIFF_RISE':
      return t(head, {
        year: measure.fromYear,
        percent: percent(measure.basisPoints),
        share: percent(measure.personnelShareBasisPoints),
      });
    case 'RAISE':
    case 'WAIVER':
      return t(head, { award: award(measure.awardId), year: measure.year, amount: amount(measure.amountCents) });
    case 'LATER_START':
      return t(head, { award: award(measure.awardId), months: measure.months });
    case 'PENDING':
      return t(head, {
        application:
          choices.applications.find(({ id }) => id === measure.applicationId)?.label ?? t('budget.measure.unknown'),
      });
  }
}
