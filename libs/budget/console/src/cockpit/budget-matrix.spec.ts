import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { BudgetDto } from '@wir/shared/contract';
import { budgetOf } from '../testing/budget-of';
import { BudgetMatrix } from './budget-matrix';

describe('the budget matrix', () => {
  let fixture: ComponentFixture<BudgetMatrix>;
  let host: HTMLElement;

  async function show(budget: BudgetDto, inputs: Readonly<Record<string, unknown>> = {}): Promise<void> {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    fixture = TestBed.createComponent(BudgetMatrix);
    for (const [name, value] of Object.entries({ budget, ...inputs })) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    host = fixture.nativeElement;
    document.body.append(host);
  }

  function cell(figure: string, column: number): HTMLAnchorElement {
    const link = host.querySelectorAll<HTMLAnchorElement>(`tr[data-figure="${figure}"] td a`)[column];
    if (!link) throw new Error(`No cell ${figure} ${column}`);
    return link;
  }

  function press(key: string): void {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    fixture.detectChanges();
  }

  afterEach(() => host.remove());

  it('leads from each figure to its bookings', async () => {
    await show(budgetOf({ 2027: { reservedCents: 5_000 } }));

    expect(cell('free', 0).getAttribute('href')).toBe('/haushalt/2026/frei');
    expect(cell('reserved', 1).getAttribute('href')).toBe('/haushalt/2027/vorgemerkt');
    expect(cell('paid', 2).getAttribute('href')).toBe('/haushalt/gesamt/ausgezahlt');
  });

  it('keeps the day in the address of the bookings', async () => {
    await show(budgetOf(), { day: '2026-01-31', now: budgetOf() });

    expect(cell('free', 0).getAttribute('href')).toBe('/haushalt/2026/frei?asOf=2026-01-31');
  });

  it('shows full euro and tells the cents by title and name', async () => {
    await show(budgetOf({ 2026: { paidCents: 12_345 } }));

    expect(cell('paid', 0).title).toContain('123,45\u00a0€');
    expect(cell('paid', 0).textContent).toMatch(/ausgezahlt 2026:\s*123 €\s*\(123,45\u00a0€\)/);
  });

  it('has one tab stop, which the arrow keys carry along', async () => {
    await show(budgetOf());
    cell('appropriated', 0).focus();

    press('ArrowDown');
    press('ArrowRight');

    expect(document.activeElement).toBe(cell('reserved', 1));
    expect(host.querySelectorAll('td a[tabindex="0"]')).toHaveLength(1);
    expect(cell('reserved', 1).tabIndex).toBe(0);
  });

  it('tells below what is focused, to the cent', async () => {
    await show(budgetOf({ 2026: { paidCents: 12_345 } }));

    cell('paid', 0).focus();
    fixture.detectChanges();

    expect(host.querySelector('.reading')?.textContent).toContain('123,45\u00a0€');
  });

  it('tells how a figure has changed since an earlier day', async () => {
    await show(budgetOf(), { day: '2026-01-31', now: budgetOf({ 2026: { reservedCents: 24_000 } }) });

    expect(cell('reserved', 0).textContent).toContain('+240');
    expect(cell('free', 0).textContent).toContain('−240');
    expect(cell('reserved', 1).textContent).not.toContain('+');
  });

  it('says in a word that more is promised than there is', async () => {
    await show(budgetOf({ 2026: { committedCents: 120_000 } }));

    expect(cell('free', 0).textContent).toContain('überzeichnet');
    expect(cell('free', 1).textContent).not.toContain('überzeichnet');
  });
});
