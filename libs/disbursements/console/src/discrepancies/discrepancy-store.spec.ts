import { TestBed } from '@angular/core/testing';
import { Session } from '@wir/shared/console';
import type { PaymentDiscrepancyDto } from '@wir/shared/contract';
import { DiscrepancyClient } from '../data/discrepancy-client';
import { aDiscrepancy } from '../testing/payment-builders';
import { DiscrepancyStore } from './discrepancy-store';

const ALL = ['assign', 'resolve', 'waive'].map((action) => ({ action, allowed: true, reasonCode: null }));

async function storeOf(discrepancy: PaymentDiscrepancyDto): Promise<DiscrepancyStore> {
  TestBed.configureTestingModule({
    providers: [
      DiscrepancyStore,
      { provide: Session, useValue: { me: () => ({ id: 'me' }) } },
      { provide: DiscrepancyClient, useValue: { byId: () => Promise.resolve(discrepancy) } },
    ],
  });
  const store = TestBed.inject(DiscrepancyStore);
  store.id.set(discrepancy.id);
  TestBed.tick();
  await new Promise((resolve) => setTimeout(resolve));
  return store;
}

const names = (store: DiscrepancyStore): string[] => store.actions().map(({ action }) => action);

describe('a discrepancy at its desk', () => {
  it('is taken over first and settled then', async () => {
    expect(names(await storeOf(aDiscrepancy({ actions: ALL })))).toEqual(['assign', 'resolve', 'waive']);
  });

  it('is settled by who has taken it, without taking it again', async () => {
    const mine = aDiscrepancy({ state: 'ASSIGNED', assigneeAccountId: 'me', actions: ALL });

    expect(names(await storeOf(mine))).toEqual(['resolve', 'waive']);
  });

  it('says why the same person may not waive it', async () => {
    const refused = { action: 'waive', allowed: false, reasonCode: 'payment-discrepancy.same-person' };

    expect((await storeOf(aDiscrepancy({ actions: [refused] }))).hindrance()).not.toBeNull();
  });

  it('says nothing of that once it is settled', async () => {
    const refused = { action: 'waive', allowed: false, reasonCode: 'payment-discrepancy.wrong-state' };
    const store = await storeOf(aDiscrepancy({ state: 'WAIVED', actions: [refused] }));

    expect(store.hindrance()).toBeNull();
    expect(store.isOpen()).toBe(false);
  });
});
