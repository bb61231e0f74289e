import type { Language, Translate } from '@wir/shared/console';
import { cents, formatEuro, formatGermanDate, parseLocalDate } from '@wir/shared/kernel';
import type { ConflictField, Resolution } from '@wir/shared/ui';
import type { Draft, DraftYear } from './draft';
import { DECLARATION_NAMES } from './plan-edits';

const TEXT_FIELDS = ['title', 'purpose', 'contactName', 'contactEmail'] as const;
const DAY_FIELDS = ['periodStart', 'periodEnd'] as const;

/** Every field in both versions as a person reads it; the plan year by year. */
export function conflictFields(mine: Draft, theirs: Draft, t: Translate, language: Language): ConflictField[] {
  const yesNo = (value: boolean): string => t(value ? 'applications.yes' : 'applications.no');
  const day = (value: string | null): string => {
    const parsed = parseLocalDate(value ?? '');
    return parsed ? formatGermanDate(parsed) : '';
  };
  return [
    ...TEXT_FIELDS.map((name) => ({
      name,
      label: t(`applications.field.${name}`),
      mine: mine[name],
      theirs: theirs[name],
    })),
    ...DAY_FIELDS.map((name) => ({
      name,
      label: t(`applications.field.${name}`),
      mine: day(mine[name]),
      theirs: day(theirs[name]),
    })),
    ...DECLARATION_NAMES.map((name) => ({
      name,
      label: t(`applications.declaration.${name}`),
      mine: yesNo(mine.declarations[name]),
      theirs: yesNo(theirs.declarations[name]),
    })),
    ...allYears(mine, theirs).map((year) => ({
      name: `year.${year}`,
      label: t('applications.plan.ofYear', { year }),
      mine: planText(yearOf(mine, year), t, language),
      theirs: planText(yearOf(theirs, year), t, language),
    })),
  ];
}

/** What goes on after the person has chosen; fields without a choice are equal on both sides. */
export function resolveDraft(mine: Draft, theirs: Draft, resolution: Resolution): Draft {
  const takes = (name: string): Draft => (resolution[name] === 'theirs' ? theirs : mine);
  const declarations = Object.fromEntries(DECLARATION_NAMES.map((name) => [name, takes(name).declarations[name]]));
  return {
    title: takes('title').title,
    purpose: takes('purpose').purpose,
    periodStart: takes('periodStart').periodStart,
    periodEnd: takes('periodEnd').periodEnd,
    contactName: takes('contactName').contactName,
    contactEmail: takes('contactEmail').contactEmail,
    declarations: { ...mine.declarations, ...declarations },
    years: allYears(mine, theirs).flatMap((year) => yearOf(takes(`year.${year}`), year) ?? []),
  };
}

function allYears(mine: Draft, theirs: Draft): number[] {
  return [...new Set([...mine.years, ...theirs.years].map(({ year }) => year))].sort((a, b) => a - b);
}

function yearOf(draft: Draft, year: number): DraftYear | undefined {
  return draft.years.find((candidate) => candidate.year === year);
}

function planText(year: DraftYear | undefined, t: Translate, language: Language): string {
  if (!year) return '';
  const euro = (amount: number | null): string => (amount === null ? '–' : formatEuro(cents(amount), language));
  const lines = [...year.expenses, ...year.income].map(({ label, amountCents }) => `${label}: ${euro(amountCents)}`);
  if (year.requestedCents !== null) lines.push(`${t('applications.plan.requested')}: ${euro(year.requestedCents)}`);
  return lines.join('\n');
}
