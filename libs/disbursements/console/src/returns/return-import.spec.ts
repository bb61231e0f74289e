import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '@wir/shared/console';
import { ReturnClient } from '../data/return-client';
import { aReport } from '../testing/payment-builders';
import { ReturnImport } from './return-import';

const preview = jest.fn(() => Promise.resolve(aReport({ dryRun: true })));
const book = jest.fn(() => Promise.resolve(aReport()));
const FILE = new File(['x'], 'ruecklauf.csv');

async function show(): Promise<HTMLElement> {
  jest.clearAllMocks();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: Session, useValue: { can: () => true } },
      { provide: ReturnClient, useValue: { preview, book } },
    ],
  });
  const fixture = TestBed.createComponent(ReturnImport);
  await fixture.whenStable();
  return fixture.nativeElement;
}

async function choose(host: HTMLElement, file: File): Promise<void> {
  const box = host.querySelector<HTMLInputElement>('input[type=file]');
  Object.defineProperty(box, 'files', { value: [file], configurable: true });
  box?.dispatchEvent(new Event('change'));
  await TestBed.inject(ApplicationRef).whenStable();
}

async function press(host: HTMLElement, name: string): Promise<void> {
  const button = [...host.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(name));
  if (!button) throw new Error(`There is no button ${name}`);
  button.click();
  await new Promise((resolve) => setTimeout(resolve));
  await TestBed.inject(ApplicationRef).whenStable();
}

describe('handing in a file of the cash office', () => {
  it('starts with a dry run that books nothing, and books that very file after it', async () => {
    const host = await show();
    expect(host.textContent).not.toContain('Jetzt buchen');

    await choose(host, FILE);
    await press(host, 'Probelauf starten');
    expect(host.textContent).toContain('Noch ist nichts gebucht.');
    expect(host.textContent).toContain('Würde gebucht:');
    expect(book).not.toHaveBeenCalled();

    await press(host, 'Jetzt buchen');
    expect(preview).toHaveBeenCalledWith(FILE);
    expect(book).toHaveBeenCalledWith(FILE);
    expect(host.textContent).toContain('Ergebnis: ruecklauf.csv');
    expect(host.textContent).not.toContain('Noch ist nichts gebucht.');
  });

  it('forgets the dry run with another file', async () => {
    const host = await show();
    await choose(host, FILE);
    await press(host, 'Probelauf starten');
    await choose(host, new File(['y'], 'andere.csv'));

    expect(host.textContent).not.toContain('Jetzt buchen');
  });

  it('offers no booking of a file that would be refused whole', async () => {
    preview.mockResolvedValueOnce(
      aReport({ dryRun: true, rejected: true, code: 'payment-return.total-mismatch', rows: [] }),
    );
    const host = await show();
    await choose(host, FILE);
    await press(host, 'Probelauf starten');

    expect(host.textContent).toContain('Datei abgelehnt, nichts gebucht.');
    expect(host.textContent).not.toContain('Jetzt buchen');
  });
});
