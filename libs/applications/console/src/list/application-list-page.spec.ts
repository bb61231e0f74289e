import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '@wir/shared/console';
import { ApplicationClient } from '../data/application-client';
import { ProgrammeClient } from '../data/programme-client';
import { ApplicationListPage } from './application-list-page';

const ROW = {
  id: 'a-1',
  caseNumber: 'WIR-2026-0042',
  applicantId: 'm-1',
  applicantName: 'Landkreis Fulda',
  title: 'WIR-Vielfaltszentrum',
  state: 'SUBMITTED',
  requestedCents: 60_000_000,
  dueDate: null,
  late: true,
  updatedAt: '2026-03-01T08:00:00.000Z',
  assigneeName: 'Sabine Berger',
};

describe('the list of applications', () => {
  const client = { list: jest.fn() };
  let harness: RouterTestingHarness;
  let host: HTMLElement;

  async function open(address: string, permissions: readonly string[] = [], isApplicant = false): Promise<void> {
    client.list.mockReset().mockResolvedValue({
      items: [ROW],
      total: 41,
      page: 1,
      pageSize: 50,
      sumRequestedCents: 246_000_000,
    });
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'antraege', component: ApplicationListPage }]),
        { provide: ApplicationClient, useValue: client },
        {
          provide: ProgrammeClient,
          useValue: { applicants: () => Promise.resolve([{ id: 'm-1', officialName: 'Landkreis Fulda' }]) },
        },
        {
          provide: Session,
          useValue: {
            isApplicant: () => isApplicant,
            can: (name: string) => permissions.includes(name),
            today: () => '2026-03-02',
          },
        },
      ],
    });
    harness = await RouterTestingHarness.create(address);
    await harness.fixture.whenStable();
    host = harness.fixture.nativeElement;
  }

  async function click(selector: string, text: string): Promise<void> {
    const found = [...host.querySelectorAll<HTMLElement>(selector)].find((element) =>
      element.textContent?.includes(text),
    );
    found?.click();
    await harness.fixture.whenStable();
  }

  const asked = (): unknown => client.list.mock.lastCall?.[0];
  const words = (): string => (host.textContent ?? '').replace(/\s+/g, ' ');

  it('asks for what the address says', async () => {
    await open(
      '/antraege?state=SUBMITTED,INFO_REQUESTED&applicantId=m-1&late=true&search=fulda&sort=requestedCents&page=2',
    );

    expect(asked()).toMatchObject({
      state: ['SUBMITTED', 'INFO_REQUESTED'],
      applicantId: ['m-1'],
      late: ['true'],
      search: 'fulda',
      sort: 'requestedCents',
      page: 2,
    });
  });

  it('ignores what it does not know', async () => {
    await open('/antraege?colour=red');

    expect(asked()).not.toHaveProperty('colour');
  });

  it('writes a quick view into the address', async () => {
    await open('/antraege');

    await click('app-tab-nav a', 'Zur Entscheidung');

    expect(TestBed.inject(Router).url).toBe('/antraege?state=REVIEWED,BUDGET_CONFIRMED');
    expect(asked()).toMatchObject({ state: ['REVIEWED', 'BUDGET_CONFIRMED'] });
    expect(host.querySelector('app-tab-nav [aria-current]')?.textContent).toContain('Zur Entscheidung');
  });

  it('writes the order into the address and says which it is', async () => {
    await open('/antraege');

    await click('button.sort', 'Betrag');

    expect(TestBed.inject(Router).url).toBe('/antraege?sort=requestedCents');
    expect(host.querySelector('[aria-sort=ascending]')?.textContent).toContain('Betrag');
  });

  it('counts all hits and sums over all of them', async () => {
    await open('/antraege');

    expect(host.querySelector('[role=status]')?.textContent).toContain('41 Treffer');
    expect(words()).toContain('2.460.000,00 €');
    expect(words()).toContain('verspätet');
  });

  it('links a row by its case number and by nothing else', async () => {
    await open('/antraege');

    const links = [...host.querySelectorAll<HTMLAnchorElement>('tbody a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/antraege/a-1']);
  });

  it('gives the municipality its own views and no filter by municipality', async () => {
    await open('/antraege', ['application.create'], true);

    expect([...host.querySelectorAll('app-tab-nav a')].map((tab) => tab.textContent?.trim())).toEqual([
      'Alle',
      'Entwürfe',
    ]);
    expect([...host.querySelectorAll('app-filter-chip')].some((chip) => chip.textContent?.includes('Kommune'))).toBe(
      false,
    );
    expect(words()).toContain('Neuer Antrag');
  });
});
