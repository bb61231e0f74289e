import { reducedInstalments, vacancySavings } from '@wir/disbursements/domain';
import type { ApplicationDto, InstalmentsDto, TrancheDto } from '@wir/shared/contract';
import { cents } from '@wir/shared/kernel';

export type FinancingYear = ApplicationDto['years'][number];

/** A post of the financing plan that can stand empty. */
export interface Post {
  readonly key: string;
  readonly year: number;
  readonly component: string;
  readonly expenseCents: number;
  /** Hundredths of a post, so that no sum is rounded. */
  readonly fteHundredths: number;
  readonly plannedFteMonths: number;
}

export interface VacancyDraft {
  readonly post: Post;
  readonly fte: number;
  readonly months: number;
}

export interface VacancyEffect {
  readonly savedCents: number;
  readonly instalments: readonly { readonly dueOn: string; readonly before: number; readonly after: number }[];
}

/** `0,5` or `1`; null when it is no share of a post. */
export function readFte(text: string): number | null {
  return /^\d{1,3}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;
}

export function postsOf(years: readonly FinancingYear[], tranches: readonly TrancheDto[]): Post[] {
  const posts = new Map<string, Post>();
  for (const { year, expenses } of years.filter((each) => tranches.some((tranche) => tranche.year === each.year)))
    for (const { component, fte, months, amountCents } of expenses) {
      if (!fte || !months) continue;
      const key = `${year}/${component}`;
      const known = posts.get(key);
      const fteHundredths = Math.round(fte * 100);
      posts.set(key, {
        key,
        year,
        component,
        expenseCents: (known?.expenseCents ?? 0) + amountCents,
        fteHundredths: (known?.fteHundredths ?? 0) + fteHundredths,
        plannedFteMonths: (known?.plannedFteMonths ?? 0) + fteHundredths * months,
      });
    }
  return [...posts.values()];
}

/** What the report would save of its year together with those made before, and the instalments that become smaller. */
export function effectOf(
  draft: VacancyDraft,
  posts: readonly Post[],
  years: readonly FinancingYear[],
  tranches: readonly TrancheDto[],
  plan: InstalmentsDto,
): VacancyEffect {
  const { year } = draft.post;
  const vacant = (component: string): number =>
    plan.vacancies
      .filter((each) => each.year === year && each.component === component)
      .reduce((total, each) => total + Math.round(each.fte * 100) * each.months, 0);
  const staffed = posts
    .filter((post) => post.year === year)
    .map((post) => ({
      expenseCents: cents(post.expenseCents),
      plannedFteMonths: post.plannedFteMonths,
      vacantFteMonths:
        vacant(post.component) + (post.key === draft.post.key ? Math.round(draft.fte * 100) * draft.months : 0),
    }));
  const expenses = years.find((each) => each.year === year)?.expenses ?? [];
  const savedCents = vacancySavings(staffed, {
    trancheCents: cents(tranches.find((each) => each.year === year)?.amountCents ?? 0),
    expensesCents: cents(expenses.reduce((total, { amountCents }) => total + amountCents, 0)),
  });
  const open = plan.items.filter((each) => each.year === year && each.requestId === null);
  const after = reducedInstalments(
    open.map(({ amountCents }) => cents(amountCents)),
    savedCents,
  );
  return {
    savedCents,
    instalments: open.map(({ dueOn, amountCents }, index) => ({
      dueOn,
      before: amountCents,
      after: after[index] ?? 0,
    })),
  };
}
