import type { Translate } from '@wir/shared/console';

/** `years[1].expenses` → "Kosten 2027": the path of a field in the words of the form. */
export function fieldLabel(path: string, years: readonly { readonly year: number }[], t: Translate): string {
  const position = /^years\[(\d+)\](?:\.(expenses|income|requestedCents|year))?/.exec(path);
  if (position) {
    const year = years[Number(position[1])]?.year ?? '';
    switch (position[2]) {
      case 'expenses':
        return t('applications.plan.costsOf', { year });
      case 'income':
      case 'requestedCents':
        return t('applications.plan.financingOf', { year });
      default:
        return t('applications.plan.ofYear', { year });
    }
  }
  const declaration = /^declarations\.(\w+)$/.exec(path)?.[1];
  if (declaration) return t(`applications.declaration.${declaration}`);
  return KNOWN.has(path) ? t(`applications.field.${path}`) : t('applications.field.other');
}

const KNOWN = new Set([
  'title',
  'purpose',
  'periodStart',
  'periodEnd',
  'contactName',
  'contactEmail',
  'years',
  'financing',
  'attachments',
]);

/** `years[1].expenses` → `years[2027].expenses`: holds also where the plan counts its years differently. */
export function pathByYear(path: string, years: readonly { readonly year: number }[]): string {
  return path.replace(/^years\[(\d+)\]/, (whole, index: string) => {
    const year = years[Number(index)]?.year;
    return year === undefined ? whole : `years[${year}]`;
  });
}
