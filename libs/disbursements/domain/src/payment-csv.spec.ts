import { cents, localDate } from '@wir/shared/kernel';
import { paymentCsv, runTotals, type ExportedOrder } from './payment-csv';

function anOrder(overrides: Partial<ExportedOrder> = {}): ExportedOrder {
  return {
    orderNumber: 'AO-2026-0001',
    dueOn: localDate('2026-03-15'),
    amountCents: cents(6_000_000),
    iban: 'DE89370400440532013000',
    accountHolder: 'Landkreis Kassel',
    remittanceText: 'WIR WIR-2026-0017 HHJ 2026 Rate 1',
    caseNumber: 'WIR-2026-0017',
    year: 2026,
    ...overrides,
  };
}

describe('the export of a payment run', () => {
  it('is sorted by order number, with head and line ends', () => {
    const csv = paymentCsv([anOrder({ orderNumber: 'AO-2026-0002', accountHolder: '=Kreis;"X"' }), anOrder()]);

    expect(csv.split('\r\n')).toEqual([
      'order_number;due_on;amount_cents;currency;iban;account_holder;remittance_text;case_number;budget_year',
      'AO-2026-0001;2026-03-15;6000000;EUR;DE89370400440532013000;Landkreis Kassel;WIR WIR-2026-0017 HHJ 2026 Rate 1;WIR-2026-0017;2026',
      'AO-2026-0002;2026-03-15;6000000;EUR;DE89370400440532013000;"\'=Kreis;""X""";WIR WIR-2026-0017 HHJ 2026 Rate 1;WIR-2026-0017;2026',
      '',
    ]);
  });

  it('counts and sums its orders', () => {
    expect(runTotals([anOrder(), anOrder({ amountCents: cents(1) })])).toEqual({ orderCount: 2, sumCents: 6_000_001 });
  });
});
