import { aReturnFile, driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Tasks {
  readonly items: readonly { readonly kind: string; readonly amountCents: number | null; readonly link: string }[];
}

describe('the tasks of a payment run', () => {
  const api = useApi();
  const kindsOf = async (as: string, ...kinds: string[]): Promise<Tasks['items']> =>
    (await api.client.get<Tasks>('/tasks', { as })).body.items.filter(({ kind }) => kinds.includes(kind));

  it('ask another person to release what one has frozen, and nobody for an order that waits in it', async () => {
    const { orderId } = await driveToState(api.client, 'ORDERED', { applicant: 'WI', years: [2026] });
    expect(await kindsOf(PERSONAS.paymentOrderer, 'EXPORT_ORDER')).toHaveLength(1);
    const body = { orderIds: [orderId], freezeOnly: true };
    const run = await api.client.post<{ id: string }>('/payment-runs', body, { as: PERSONAS.paymentOrderer });

    expect(run.status).toBe(201);
    expect(await kindsOf(PERSONAS.paymentOrderer, 'EXPORT_ORDER', 'RELEASE_RUN')).toEqual([]);
    for (const as of [PERSONAS.paymentOrdererSecond, PERSONAS.budgetOfficer])
      expect(await kindsOf(as, 'RELEASE_RUN')).toMatchObject([
        { amountCents: 6_000_000, link: `/zahlungslauf/${run.body.id}` },
      ]);

    await api.client.post(`/payment-runs/${run.body.id}/export`, {}, { as: PERSONAS.budgetOfficer });
    expect(await kindsOf(PERSONAS.paymentOrdererSecond, 'RELEASE_RUN')).toEqual([]);
  });

  it('ask the budget office to take a case over, until somebody has', async () => {
    const file = aReturnFile([{ orderNumber: 'WIR-2026-A-99999', status: 'PAID', amountCents: 4711 }]);
    await api.client.upload('/payment-returns', file, {}, { as: PERSONAS.budgetOfficer });
    const [task, ...others] = await kindsOf(PERSONAS.budgetOfficer, 'CLARIFY_DISCREPANCY');

    expect(others).toEqual([]);
    expect(task).toMatchObject({ amountCents: 4711 });
    const id = task?.link.replace('/zahlungslauf/klaerungsfaelle/', '') ?? '';
    const taken = await api.client.post(`/payment-discrepancies/${id}/assignment`, {}, { as: PERSONAS.budgetOfficer });
    expect(taken.status).toBe(200);
    expect(await kindsOf(PERSONAS.budgetOfficer, 'CLARIFY_DISCREPANCY')).toEqual([]);
  });
});
