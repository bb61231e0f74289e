import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Session } from '@wir/shared/console';
import type { ApplicationDto } from '@wir/shared/contract';
import { ApplicationClient } from '../data/application-client';
import { ProgrammeClient } from '../data/programme-client';
import { SAMPLE_CALL, sampleApplication, samplePlanYear } from '../testing/sample-application';
import { CostGrid } from './cost-grid';
import { WizardStore } from './wizard-store';

const TABLE = [
  'Art\tBezeichnung\tStellen\tMonate\tBetrag',
  'WIR-Mitarbeitsstelle\tAssistenz\t0,5\t12\t28.400,50 €',
  'Mikroprojekte\tFonds\t\t\t5.000,00',
  'Sachausgaben\tDruck\t\t\tunklar',
  'Summe\t\t\t\t33.400,50',
].join('\r\n');

describe('filling the cost grid', () => {
  let fixture: ComponentFixture<CostGrid>;
  let host: HTMLElement;
  let store: WizardStore;
  const client = { get: jest.fn(), update: jest.fn(), savePlan: jest.fn() };

  async function open(application: ApplicationDto): Promise<void> {
    localStorage.clear();
    client.get.mockResolvedValue(application);
    TestBed.configureTestingModule({
      providers: [
        WizardStore,
        { provide: ApplicationClient, useValue: client },
        { provide: ProgrammeClient, useValue: { calls: () => Promise.resolve([SAMPLE_CALL]) } },
        { provide: Session, useValue: { me: () => ({ id: 'person-1' }) } },
      ],
    });
    store = TestBed.inject(WizardStore);
    store.id.set(application.id);
    fixture = TestBed.createComponent(CostGrid);
    fixture.componentRef.setInput('yearIndex', 0);
    await fixture.whenStable();
    host = fixture.nativeElement;
  }

  async function paste(text: string): Promise<Event> {
    const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
      clipboardData: { getData: () => text },
    });
    host.querySelector('table')?.dispatchEvent(event);
    await fixture.whenStable();
    return event;
  }

  async function press(name: string): Promise<void> {
    const buttons = [...host.querySelectorAll('button')];
    buttons.find((button) => (button.getAttribute('aria-label') ?? button.textContent ?? '').includes(name))?.click();
    await fixture.whenStable();
  }

  /** Without the marks by which the form tracks its lines. */
  const expenses = (yearIndex: number): unknown[] =>
    JSON.parse(JSON.stringify(store.draft().years[yearIndex]?.expenses ?? []));
  const words = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const total = (): string => words(host.querySelector('tfoot .amount')?.textContent);
  const inputs = (): string[] => [...host.querySelectorAll<HTMLInputElement>('tbody input')].map(({ value }) => value);

  it('takes rows from a spreadsheet with German numbers, without head and totals', async () => {
    await open(sampleApplication({ years: [samplePlanYear(2026)] }));

    const event = await paste(TABLE);

    expect(event.defaultPrevented).toBe(true);
    expect(expenses(0).slice(1)).toEqual([
      { component: 'ASSISTANT_POST', label: 'Assistenz', fte: 0.5, months: 12, amountCents: 2_840_050 },
      { component: 'MICRO_PROJECT_FUND', label: 'Fonds', fte: null, months: null, amountCents: 500_000 },
      { component: 'MATERIAL_COST', label: 'Druck', fte: null, months: null, amountCents: null },
    ]);
    expect(inputs()).toContain('28.400,50');
  });

  it('runs the total along and says what is fundable at most', async () => {
    await open(sampleApplication({ years: [samplePlanYear(2026)] }));
    expect(total()).toBe('150.000,00 €');

    await paste(TABLE);

    expect(total()).toBe('183.400,50 €');
    expect(words(host.querySelector('tfoot .hint .amount')?.textContent)).toBe('135.000,00 €');
  });

  it('names the cells that are no amounts', async () => {
    await open(sampleApplication({ years: [samplePlanYear(2026)] }));

    await paste(TABLE);

    expect(host.querySelector('[role=alert]')?.textContent).toContain('unklar');
  });

  it('takes a paste back as one', async () => {
    await open(sampleApplication({ years: [samplePlanYear(2026)] }));
    await paste(TABLE);

    await press('Rückgängig');

    expect(store.draft().years[0]?.expenses).toHaveLength(1);
    expect(total()).toBe('150.000,00 €');
  });

  it('leaves plain text to its cell', async () => {
    await open(sampleApplication({ years: [samplePlanYear(2026)] }));

    const event = await paste('75.000,00');

    expect(event.defaultPrevented).toBe(false);
    expect(store.draft().years[0]?.expenses).toHaveLength(1);
  });

  it('brings a removed row back', async () => {
    await open(sampleApplication({ years: [samplePlanYear(2026)] }));
    await press('Zeile 1 entfernen');
    expect(total()).toBe('0,00 €');

    await press('Rückgängig');

    expect(total()).toBe('150.000,00 €');
  });

  it('copies the year to the following ones', async () => {
    await open(sampleApplication({ years: [samplePlanYear(2026)] }));

    await press('In die folgenden Jahre');

    expect(expenses(1)).toEqual(expenses(0));
  });

  it('changes nothing for somebody who may only read', async () => {
    await open(sampleApplication({ years: [samplePlanYear(2026)], actions: [] }));

    await paste(TABLE);

    expect(store.draft().years[0]?.expenses).toHaveLength(1);
    expect(host.querySelector('select')?.disabled).toBe(true);
  });
});
