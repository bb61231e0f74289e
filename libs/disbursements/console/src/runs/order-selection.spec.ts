import { signal } from '@angular/core';
import type { PaymentOrderDto } from '@wir/shared/contract';
import { anOrder } from '../testing/builders';
import { OrderSelection } from './order-selection';

const first = anOrder({ id: 'a', amountCents: 6_000_001 });
const second = anOrder({ id: 'b', amountCents: 3_999_999 });

describe('choosing the orders of a run', () => {
  const offered = signal<readonly PaymentOrderDto[]>([first, second]);
  let selection: OrderSelection;

  beforeEach(() => {
    offered.set([first, second]);
    selection = new OrderSelection(offered);
  });

  it('starts with all that is due and its exact sum', () => {
    expect([selection.count(), selection.sumCents(), selection.isAll()]).toEqual([2, 10_000_000, true]);
  });

  it('leaves one out and takes it back', () => {
    selection.toggle('a');
    expect([selection.count(), selection.sumCents(), selection.isSome()]).toEqual([1, 3_999_999, true]);

    selection.toggle('a');
    expect(selection.sumCents()).toBe(10_000_000);
  });

  it('drops all and takes all by one box', () => {
    selection.toggleAll();
    expect([selection.count(), selection.sumCents(), selection.isAll()]).toEqual([0, 0, false]);

    selection.toggleAll();
    expect(selection.count()).toBe(2);
  });

  it('counts nothing that is no longer offered', () => {
    offered.set([second]);

    expect([selection.count(), selection.sumCents()]).toEqual([1, 3_999_999]);
  });
});
