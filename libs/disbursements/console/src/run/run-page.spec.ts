import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '@wir/shared/console';
import type { PaymentRunDto } from '@wir/shared/contract';
import { PaymentClient } from '../data/payment-client';
import { aRun } from '../testing/payment-builders';
import { RunPage } from './run-page';

const missing = jest.fn((): string[] => []);

async function show(run: PaymentRunDto): Promise<ComponentFixture<RunPage>> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: Session, useValue: { can: () => true, isApplicant: () => false } },
      {
        provide: PaymentClient,
        useValue: {
          run: () => Promise.resolve(run),
          register: () => Promise.resolve({ missingRunNumbers: missing(), damagedLine: null }),
        },
      },
    ],
  });
  const fixture = TestBed.createComponent(RunPage);
  fixture.componentRef.setInput('id', run.id);
  await fixture.whenStable();
  return fixture;
}

const textOf = (fixture: ComponentFixture<RunPage>): string =>
  (fixture.nativeElement as HTMLElement).textContent?.replace(/\s+/g, ' ') ?? '';
const FILES: PaymentRunDto['files'] = [
  { format: 'csv', sha256: 'cc', sizeBytes: 1 },
  { format: 'pain.001', sha256: 'aa', sizeBytes: 1 },
  { format: 'pdf', sha256: 'bb', sizeBytes: 1 },
];

describe('the page of a payment run', () => {
  // jsdom measures nothing.
  beforeAll(
    () =>
      (globalThis.ResizeObserver = class {
        observe = jest.fn();
        unobserve = jest.fn();
        disconnect = jest.fn();
      }),
  );
  beforeEach(() => missing.mockReturnValue([]));

  it('offers the release of a frozen run to the second person and no file yet', async () => {
    const text = textOf(await show(aRun({ actions: [{ action: 'export', allowed: true, reasonCode: null }] })));

    expect(text).toContain('wartet auf die Freigabe durch eine zweite Person');
    expect(text).toContain('Freigeben');
    expect(text).not.toContain('herunterladen');
  });

  it('hands three files out once the run is exported, the order on paper first', async () => {
    const fixture = await show(
      aRun({ state: 'EXPORTED', releasedBy: 'Petra Lindner', releasedAt: '2026-03-02T09:00:00Z', files: FILES }),
    );
    const links = [...(fixture.nativeElement as HTMLElement).querySelectorAll<HTMLAnchorElement>('a.download')];

    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      ['pdf', 'pain.001', 'csv'].map((format) => `/api/v1/payment-runs/run-1/file?format=${format}`),
    );
    expect(textOf(fixture)).toContain('Petra Lindner');
    expect(textOf(fixture)).toContain('Ohne Rückmeldung der Kasse: 1.');
  });

  it('says who took a run back and why', async () => {
    const run = aRun({
      state: 'TAKEN_BACK',
      takenBackBy: 'Christian Roth',
      takenBackReason: 'Ein Betrag ist strittig',
    });
    const text = textOf(await show(run));

    expect(text).toContain('Zurückgenommen von Christian Roth:');
    expect(text).toContain('Ein Betrag ist strittig');
  });

  it('warns in red when the register outside the database knows more runs', async () => {
    missing.mockReturnValue(['WIR-2026-L-00007']);
    const text = textOf(await show(aRun()));

    expect(text).toContain('Das Ausgaberegister kennt Läufe, die hier fehlen.');
    expect(text).toContain('WIR-2026-L-00007');
    expect(text).toContain('Mit dem Register abgleichen');
  });
});
