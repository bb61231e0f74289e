import { localDate } from '@wir/shared/kernel';
import { diversityCentreCaps } from '@wir/programme/domain';
import type { ApplicationContent, PlanYear } from './application';
import type { CallRules } from './submission-problems';

/** Builders for the specs: a complete application of two posts; a test writes out only what it is about. */
export const CALL: CallRules = {
  period: { start: localDate('2026-01-01'), end: localDate('2030-12-31') },
  caps: diversityCentreCaps(localDate('2026-03-02')),
};

export function aPlanYear(overrides: Partial<PlanYear> = {}): PlanYear {
  return {
    year: 2026,
    expenses: [{ component: 'COORDINATOR_POST', label: 'Koordination', fte: 2, months: 12, amountCents: 15_000_000 }],
    income: [{ kind: 'OWN', label: 'Eigenanteil', amountCents: 3_000_000 }],
    requestedCents: 12_000_000,
    ...overrides,
  };
}

export function anApplication(overrides: Partial<ApplicationContent> = {}): ApplicationContent {
  return {
    title: 'WIR-Vielfaltszentrum',
    purpose: 'Vielfaltsorientierte Öffnung der Verwaltung',
    periodStart: localDate('2026-01-01'),
    periodEnd: localDate('2030-12-31'),
    contactName: 'Erika Beispiel',
    contactEmail: 'wir@kreis.example',
    declarations: {
      noPrematureStart: true,
      totalFinancingSecured: true,
      noDoubleFunding: true,
      noInputTaxDeduction: true,
    },
    years: [2026, 2027, 2028, 2029, 2030].map((year) => aPlanYear({ year })),
    attachments: [{ kind: 'CONCEPT' }],
    ...overrides,
  };
}
