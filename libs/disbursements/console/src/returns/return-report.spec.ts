import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { DISBURSEMENT_TEXTS } from '@wir/disbursements/domain';
import { Session, addErrorTexts } from '@wir/shared/console';
import type { PaymentReturnReportDto } from '@wir/shared/contract';
import { ReturnClient } from '../data/return-client';
import { aReport, aRow } from '../testing/payment-builders';
import { ReturnReport } from './return-report';
import { countOf, outcomesOf } from './return-rows';

const REPORT = aReport({
  rows: [
    aRow(),
    aRow({ line: 3, orderNumber: 'WIR-2026-A-00002', outcome: 'FAILED', amountCents: 100, expectedCents: 100 }),
    aRow({
      line: 4,
      orderNumber: 'X',
      outcome: 'REJECTED',
      code: 'payment-return.order-unknown',
      amountCents: 50,
      expectedCents: null,
      valueDate: null,
      documentNumber: '',
    }),
    aRow({
      line: 5,
      orderNumber: 'WIR-2026-A-00003',
      outcome: 'REJECTED',
      code: 'payment-return.amount-different',
      amountCents: 5_999_999,
    }),
  ],
  totals: [
    { outcome: 'BOOKED', count: 1, amountCents: 6_000_000 },
    { outcome: 'FAILED', count: 1, amountCents: 100 },
    { outcome: 'REJECTED', count: 2, amountCents: 6_000_049 },
  ],
});
const byId = jest.fn((_id: string) => Promise.resolve(REPORT));

async function show(report: PaymentReturnReportDto): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: Session, useValue: { can: () => true } },
      { provide: ReturnClient, useValue: { byId } },
    ],
  });
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
      [...row.querySelectorAll('td')].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim()),
    );

    expect(rows).toEqual([
      ['2', 'WIR-2026-A-00001', 'gebucht', '60.000,00 €', '02.03.2026', 'B-1', '–'],
      ['3', 'WIR-2026-A-00002', 'Rückläufer', '1,00 €', '02.03.2026', 'B-1', '–'],
      ['4', 'X', 'abgelehnt', '0,50 €', '–', '–', 'Diese Anordnung gibt es nicht.'],
      [
        '5',
        'WIR-2026-A-00003',
        'abgelehnt',
        '59.999,99 € erwartet 60.000,00 €',
        '02.03.2026',
        'B-1',
        'Der Betrag weicht von der Anordnung ab.',
      ],
    ]);
    expect(host.querySelector('.summary')?.textContent).toContain('60.000,00');
  });

  it('narrows to one outcome and back', async () => {
    const host = await show(REPORT);
    const button = [...host.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('abgelehnt'));
    const lines = (): (string | undefined)[] =>
      [...host.querySelectorAll('tbody tr td:first-child')].map((cell) => cell.textContent?.trim());

    expect(button?.textContent).toContain('60.000,49');
    button?.click();
    await TestBed.inject(ApplicationRef).whenStable();
    expect(button?.getAttribute('aria-pressed')).toBe('true');
    expect(lines()).toEqual(['4', '5']);
    button?.click();
    await TestBed.inject(ApplicationRef).whenStable();
    expect(lines()).toEqual(['2', '3', '4', '5']);
  });

  it('shows the first hundred rows of a large file, says how many more there are, and fetches them when asked', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => aRow({ line: index + 2, orderNumber: `A-${index}` }));
    const large = aReport({ rows, totals: [{ outcome: 'BOOKED', count: 10_000, amountCents: 1 }] });
    byId.mockResolvedValueOnce(large);
    const host = await show({ ...large, rows: rows.slice(0, 500) });

    expect(host.querySelectorAll('tbody tr')).toHaveLength(100);
    expect(host.textContent).toContain('9.900');
    [...host.querySelectorAll('button')].at(-1)?.click();
    await new Promise((resolve) => setTimeout(resolve));
    await TestBed.inject(ApplicationRef).whenStable();
    expect(byId).toHaveBeenCalledWith('report-1');
    expect(host.querySelectorAll('tbody tr')).toHaveLength(600);
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

  it('names the outcomes that occur, what needs somebody first', () => {
    expect(outcomesOf([...REPORT.totals, { outcome: 'REPEATED', count: 0, amountCents: 0 }])).toEqual([
      { outcome: 'REJECTED', count: 2, amountCents: 6_000_049 },
      { outcome: 'FAILED', count: 1, amountCents: 100 },
      { outcome: 'BOOKED', count: 1, amountCents: 6_000_000 },
    ]);
    expect(countOf(REPORT.totals)).toBe(4);
  });
});
