import { refuseProblems, type Problem } from '@wir/shared/kernel';

/** Where the money stands in the budget act: Einzelplan, Kapitel, Titel or Produkt. */
export interface BudgetLinePlace {
  readonly departmentalPlan?: string;
  readonly chapter?: string | null;
  readonly title?: string | null;
  readonly product?: string | null;
}

/** Formats only: which numbers the programme has is for the budget act to say. The database holds the same. */
const FORMATS: Readonly<Record<keyof BudgetLinePlace, RegExp>> = {
  departmentalPlan: /^\d{2}$/,
  chapter: /^\d{2} \d{2}$/,
  title: /^\d{3} \d{2}$/,
  product: /^[0-9A-Z][0-9A-Z ./-]{0,39}$/,
};

/** Refuses with `budget-line.format`, naming each field. */
export function assertBudgetLinePlace(place: BudgetLinePlace): void {
  const problems: Problem[] = (Object.keys(FORMATS) as (keyof BudgetLinePlace)[]).flatMap((path) => {
    const value = place[path];
    const isWrong = value !== undefined && value !== null && !FORMATS[path].test(value);
    return isWrong ? [{ path, code: `budget-line.${FORMAT_CODES[path]}` }] : [];
  });
  refuseProblems(problems, 'unprocessable', 'budget-line.format');
}

const FORMAT_CODES: Readonly<Record<keyof BudgetLinePlace, string>> = {
  departmentalPlan: 'plan-format',
  chapter: 'chapter-format',
  title: 'title-format',
  product: 'product-format',
};
