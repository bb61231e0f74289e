import { assertBudgetLinePlace, type BudgetLinePlace } from '@wir/budget/domain';
import type { CreateBudgetLineDto } from '@wir/shared/contract';
import { DomainError } from '@wir/shared/kernel';

export interface LineForm {
  code: string;
  name: string;
  departmentalPlan: string;
  chapter: string;
  title: string;
  product: string;
}

/** The domain's word on one number of the budget line; an empty one that may be missing is none. */
export function placeFault(field: keyof BudgetLinePlace, text: string): { kind: string } | null {
  const value = text.trim();
  if (value === '' && field !== 'departmentalPlan') return null;
  try {
    assertBudgetLinePlace({ [field]: value });
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { errors } = error.details as { errors?: readonly { code: string }[] };
    return { kind: errors?.[0]?.code ?? error.code };
  }
}

export function toBudgetLine(draft: LineForm): CreateBudgetLineDto {
  const { code, name, departmentalPlan, chapter, title, product } = draft;
  return {
    code: code.trim(),
    name: name.trim(),
    departmentalPlan: departmentalPlan.trim(),
    chapter: chapter.trim() || null,
    title: title.trim() || null,
    product: product.trim() || null,
  };
}
