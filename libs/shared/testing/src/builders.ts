/** Request bodies of the main flow, complete and accepted as they are; tests write out only what they are about. */
export interface PlanYearBody {
  readonly year: number;
  readonly expenses: readonly {
    component: string;
    label: string;
    fte?: number;
    months?: number;
    amountCents: number;
  }[];
  readonly income: readonly { kind: 'OWN' | 'THIRD_PARTY'; label: string; amountCents: number }[];
  readonly requestedCents: number;
}

export const PROGRAMME_YEARS = [2026, 2027, 2028, 2029, 2030] as const;

/** One balanced year of a core award: 120,000 € requested, one tenth more of one's own. */
export function aPlanYear(year: number, overrides: Partial<PlanYearBody> = {}): PlanYearBody {
  const requestedCents = overrides.requestedCents ?? 12_000_000;
  const ownCents = 1_200_000;
  return {
    year,
    expenses: [
      {
        component: 'COORDINATOR_POST',
        label: 'WIR-Koordination',
        fte: 1,
        months: 12,
        amountCents: requestedCents + ownCents,
      },
    ],
    income: [{ kind: 'OWN', label: 'Eigenmittel', amountCents: ownCents }],
    requestedCents,
    ...overrides,
  };
}

export function aFinancingPlan(years: readonly PlanYearBody[] = PROGRAMME_YEARS.map((year) => aPlanYear(year))): {
  years: readonly PlanYearBody[];
} {
  return { years };
}

/** Everything a draft needs besides plan and annex before it can be handed in. */
export function anApplicationPatch(overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    title: 'WIR-Vielfaltszentrum',
    purpose: 'Aufbau und Betrieb eines Vielfaltszentrums nach den Grundsätzen des Landesprogramms WIR.',
    periodStart: '2026-01-01',
    periodEnd: '2030-12-31',
    contactName: 'Alex Beispiel',
    contactEmail: 'vielfalt@kommune.example',
    declarations: {
      noPrematureStart: true,
      totalFinancingSecured: true,
      noDoubleFunding: true,
      noInputTaxDeduction: true,
    },
    ...overrides,
  };
}

/** The smallest file that is a PDF to every reader and every content check. */
export function aPdf(text = 'Konzept'): Buffer {
  const page = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

export function aConcept(): { name: string; type: string; content: Buffer } {
  return { name: 'konzept.pdf', type: 'application/pdf', content: aPdf() };
}

export interface ReturnRow {
  readonly orderNumber: string;
  readonly status: 'PAID' | 'FAILED' | string;
  readonly amountCents: number | string;
  readonly valueDate?: string;
  readonly documentNumber?: string;
  readonly reason?: string;
}

/** Return file of the cash office, in the columns of the contract. */
export function aReturnFile(rows: readonly ReturnRow[]): { name: string; type: string; content: string } {
  const header = 'order_number;status;amount_cents;value_date;document_number;reason';
  const lines = rows.map((row) =>
    [
      row.orderNumber,
      row.status,
      row.amountCents,
      row.valueDate ?? '2026-03-05',
      row.documentNumber ?? `B-${row.orderNumber}`,
      row.reason ?? '',
    ].join(';'),
  );
  return { name: 'rueckmeldung.csv', type: 'text/csv', content: [header, ...lines, ''].join('\n') };
}
