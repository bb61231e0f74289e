import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { BudgetDto, TransferDto, TransferPageDto } from '@wir/shared/contract';
import { BUDGET_ROUTES } from '../budget.routes';
import { BudgetClient } from '../data/budget-client';
import { budgetOf } from '../testing/budget-of';
import { BookingsPage } from './bookings-page';

const CASE: TransferDto = {
  id: '7',
  bookedAt: '2026-02-26T08:00:00.000Z',
  valueDate: '2026-02-26',
  kind: 'COMMIT',
  fromAccount: 'reserved',
  toAccount: 'committed',
  year: 2026,
  dueYear: null,
  amountCents: 60_000,
  signedCents: 60_000,
  awardId: 'award-1',
  applicationId: 'application-1',
  caseNumber: 'WIR-2026-0007',
  applicantName: 'Fulda',
  noticeNumber: null,
  orderNumber: null,
  actId: null,
  actNumber: null,
  bookedBy: 'Petra Lindner',
  reason: 'Bescheid',
};
const ACT: TransferDto = { ...CASE, id: '8', applicationId: null, caseNumber: null, kind: 'APPROPRIATE' };

describe('the bookings behind a figure', () => {
  const budget = jest.fn<Promise<BudgetDto>, unknown[]>();
  const transfers = jest.fn<Promise<TransferPageDto>, unknown[]>();
  let harness: RouterTestingHarness;

  async function open(url: string, items: TransferDto[], sumCents: number): Promise<HTMLElement> {
    budget.mockReset().mockResolvedValue(budgetOf({ 2026: { committedCents: 60_000 } }));
    transfers.mockReset().mockResolvedValue({ items, total: items.length, page: 1, pageSize: 50, sumCents });
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'haushalt/:year/:figure', component: BookingsPage }], withComponentInputBinding()),
        { provide: BudgetClient, useValue: { budget, transfers } },
      ],
    });
    harness = await RouterTestingHarness.create(url);
    await harness.fixture.whenStable();
    harness.detectChanges();
    return harness.fixture.nativeElement;
  }

  it('are asked for by year and account, as they stood at the end of the day', async () => {
    await open('/haushalt/2026/gebunden?asOf=2026-02-28', [CASE], 60_000);

    const asOf = '2026-02-28T22:59:59.999Z';
    expect(transfers).toHaveBeenLastCalledWith(
      '2026',
      expect.objectContaining({ account: 'committed', asOf }),
      expect.anything(),
    );
    expect(budget).toHaveBeenLastCalledWith(asOf, expect.anything());
  });

  it('say that they sum to the figure of the overview', async () => {
    const host = await open('/haushalt/2026/gebunden', [CASE], 60_000);

    expect(host.querySelector('app-sum-check')?.textContent).toContain('stimmt mit der Übersicht überein');
    expect(host.querySelector('app-sum-check strong')?.textContent).toBe('600,00\u00a0€');
  });

  it('say when they do not', async () => {
    const host = await open('/haushalt/2026/gebunden', [CASE], 59_999);

    expect(host.querySelector('app-sum-check')?.textContent).toContain('weicht von der Übersicht ab');
  });

  it('compare nothing while a filter leaves some out', async () => {
    const host = await open('/haushalt/2026/gebunden?kind=COMMIT', [CASE], 59_999);

    expect(host.querySelector('app-sum-check')?.textContent).toContain('Summe der Treffer');
    expect(host.querySelector('app-sum-check')?.textContent).not.toContain('weicht von der Übersicht ab');
  });

  it('lead to their case where they have one', async () => {
    const host = await open('/haushalt/2026/gebunden', [CASE, ACT], 60_000);

    const links = [...host.querySelectorAll('td a')].map((link) => link.getAttribute('href'));

    expect(links).toEqual(['/antraege/application-1']);
  });

  it('have no page for words that name no figure', () => {
    const [page] = BUDGET_ROUTES[0]?.children?.filter(({ path }) => path === ':year/:figure') ?? [];
    const [matches] = (page?.canMatch ?? []) as ((route: unknown, segments: { path: string }[]) => boolean)[];
    const names = (...paths: string[]): boolean | undefined =>
      matches?.(
        {},
        paths.map((path) => ({ path })),
      );

    expect(names('2026', 'frei')).toBe(true);
    expect(names('gesamt', 'ansatz')).toBe(true);
    expect(names('2026', 'quatsch')).toBe(false);
    expect(names('frueher', 'frei')).toBe(false);
  });
});
