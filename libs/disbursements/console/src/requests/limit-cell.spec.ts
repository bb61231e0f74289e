import { TestBed } from '@angular/core/testing';
import { aRequest } from '../testing/builders';
import { LimitCell } from './limit-cell';

async function cellFor(amountCents: number): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(LimitCell);
  fixture.componentRef.setInput('request', aRequest({ amountCents }));
  fixture.componentRef.setInput('name', 'tranche');
  await fixture.whenStable();
  return fixture.nativeElement;
}

describe('a limit in the payment queue', () => {
  it('shows its amount alone while the request fits', async () => {
    const cell = await cellFor(12_000_000);

    expect(cell.textContent).toContain('120.000,00');
    expect(cell.textContent).not.toContain('überschritten');
  });

  it('says by icon and word that the request does not fit', async () => {
    const cell = await cellFor(12_000_001);

    expect(cell.querySelector('app-icon')).not.toBeNull();
    expect(cell.textContent).toContain('überschritten');
  });
});
