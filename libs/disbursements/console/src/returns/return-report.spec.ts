import { TestBed } from '@angular/core/testing';
import { DISBURSEMENT_TEXTS } from '@wir/disbursements/domain';
import { addErrorTexts } from '@wir/shared/console';
import type { PaymentReturnReportDto } from '@wir/shared/contract';
import { ReturnReport } from './return-report';
import { countOutcomes } from './return-rows';

const REPORT: PaymentReturnReportDto = {
  id: 'report-1',
  fileName: 'ruecklauf.csv',
  sha256: 'ab',
  importedAt: '2026-03-02T08:00:00Z',
  importedBy: 'Petra Lindner',
  rejected: false,
  code: null,
  bookedCents: 6_000_000,
  rows: [
    { line: 2, orderNumber: 'WIR-2026-A-00001', outcome: 'BOOKED' },
    { line: 3, orderNumber: 'WIR-2026-A-00002', outcome: 'FAILED' },
    { line: 4, orderNumber: 'X', outcome: 'REJECTED', code: 'payment-return.order-unknown' },
    { line: 5, orderNumber: 'WIR-2026-A-00001', outcome: 'REPEATED', code: 'payment-return.order-repeated' },
  ],
};

async function show(report: PaymentReturnReportDto): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(ReturnReport);
  fixture.componentRef.setInput('report', report);
  await fixture.whenStable();
  return fixture.nativeElement;
}

describe('the report of a return file', () => {
  beforeAll(() =>
    addErrorTexts(Object.fromEntries(Object.entries(DISBURSEMENT_TEXTS).map(([code, de]) => [code, { de, en: de }]))),
  );

  it('names the outcome of each row by word and the reason in German', async () => {
    const host = await show(REPORT);
    const rows = [...host.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim()),
    );

    expect(rows).toEqual([
      ['2', 'WIR-2026-A-00001', 'gebucht', '–'],
      ['3', 'WIR-2026-A-00002', 'Rückläufer', '–'],
      ['4', 'X', 'abgelehnt', 'Diese Anordnung gibt es nicht.'],
      ['5', 'WIR-2026-A-00001', 'schon gebucht', 'Diese Anordnung steht mehrfach in der Datei oder ist schon gebucht.'],
    ]);
    expect(host.querySelector('.summary')?.textContent).toContain('60.000,00');
  });

  it('says of a refused file that nothing was booked and why', async () => {
    const host = await show({
      ...REPORT,
      rejected: true,
      code: 'payment-return.header-invalid',
      rows: [],
      bookedCents: 0,
    });

    expect(host.textContent).toContain('nichts gebucht');
    expect(host.textContent).toContain('Die Kopfzeile der Datei ist nicht die vereinbarte.');
    expect(host.querySelector('table')).toBeNull();
  });

  it('counts the outcomes that occur', () => {
    expect(countOutcomes(REPORT.rows.slice(0, 2))).toEqual([
      { outcome: 'BOOKED', count: 1 },
      { outcome: 'FAILED', count: 1 },
    ]);
  });
});
