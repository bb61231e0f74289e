import { Injectable } from '@nestjs/common';
import type { Tx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { OrderLocks, type LockedOrder } from '../data/order-locks';
import type { CreatePaymentRunDto } from '../dto/payment.dto';

/** Which orders a run takes: named ones all or not at all; by day, what another run has just taken is left out. */
@Injectable()
export class SelectOrders {
  constructor(private readonly orders: OrderLocks) {}

  async execute(tx: Tx, { orderIds, dueUntil }: CreatePaymentRunDto): Promise<LockedOrder[]> {
    if ((orderIds === undefined) === (dueUntil === undefined))
      throw new DomainError('invalid', 'payment-run.selection-invalid', {
        errors: [{ path: 'orderIds', code: 'payment-run.selection-invalid' }],
      });
    const wanted = orderIds === undefined ? await this.orders.dueUntil(tx, String(dueUntil)) : [...new Set(orderIds)];
    const locked = await this.orders.lock(tx, wanted);
    const open = locked.filter(isOpen);
    if (orderIds !== undefined) refuseClosed(wanted, locked);
    const payable = orderIds === undefined ? open.filter(isPayable) : open;
    if (orderIds !== undefined) refuseHeld(open);
    if (payable.length === 0) throw new DomainError('conflict', 'payment-run.empty');
    return payable.sort((a, b) => (a.orderNumber < b.orderNumber ? -1 : 1));
  }
}

/** Weeks may lie between freezing and release: what was blocked meanwhile is asked again. */
export function refuseHeld(orders: readonly LockedOrder[]): void {
  const blocked = orders.filter(({ isBlocked }) => isBlocked).map(({ orderNumber }) => orderNumber);
  if (blocked.length > 0)
    throw new DomainError('conflict', 'payment-run.order-blocked', { orderNumbers: blocked.toSorted() });
  const held = orders.flatMap(({ holdUntil }) => (holdUntil === null ? [] : [holdUntil.toISOString()])).toSorted();
  const earliestAt = held.at(-1);
  if (earliestAt !== undefined) throw new DomainError('conflict', 'payment-run.account-on-hold', { earliestAt });
}

function refuseClosed(wanted: readonly string[], locked: readonly LockedOrder[]): void {
  if (locked.length < wanted.length) throw new DomainError('not-found', 'payment-order.not-found');
  const closed = locked.filter((order) => !isOpen(order)).map(({ orderNumber }) => orderNumber);
  if (closed.length > 0)
    throw new DomainError('conflict', 'payment-run.order-not-open', { orderNumbers: closed.toSorted() });
}

function isOpen({ state, paymentRunId }: LockedOrder): boolean {
  return state === 'ORDERED' && paymentRunId === null;
}

/** A run by day leaves them for a later one. */
function isPayable({ isBlocked, holdUntil }: LockedOrder): boolean {
  return !isBlocked && holdUntil === null;
}
