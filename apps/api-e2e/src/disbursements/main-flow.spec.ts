import { continueTo, driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface BudgetYear {
  readonly year: number;
  readonly committedCents: number;
  readonly orderedCents: number;
  readonly paidCents: number;
}

describe('steps 16 to 21 of the main flow', () => {
  const api = useApi();

  const year2026 = async (): Promise<Partial<BudgetYear>> => {
    const { body } = await api.client.get<{ years: BudgetYear[] }>('/budget', { as: PERSONAS.budgetOfficer });
    const { committedCents, orderedCents, paidCents } = body.years.find(({ year }) => year === 2026) ?? {};
    return { committedCents, orderedCents, paidCents };
  };

  it('take an instalment from the declaration to the payment, to the cent in the budget of its year', async () => {
    const journey = await driveToState(api.client, 'REQUEST_CHECKED', { applicant: 'HG-K', channel: 'PORTAL' });
    expect(await year2026()).toEqual({ committedCents: 12_000_000, orderedCents: 0, paidCents: 0 });

    await continueTo(journey, 'EXPORTED');
    expect(await year2026()).toEqual({ committedCents: 6_000_000, orderedCents: 6_000_000, paidCents: 0 });

    await continueTo(journey, 'PAID');
    expect(await year2026()).toEqual({ committedCents: 6_000_000, orderedCents: 0, paidCents: 6_000_000 });

    const { body: request } = await api.client.get<Record<string, unknown>>(
      `/disbursement-requests/${journey.requestId}`,
      { as: journey.editor },
    );
    expect(request).toMatchObject({
      state: 'PAID',
      order: { orderNumber: 'WIR-2026-A-00001', documentNumber: 'B-WIR-2026-A-00001' },
    });
    const { body: award } = await api.client.get<{ tranches: object[] }>(`/awards/${journey.awardId}`, {
      as: journey.editor,
    });
    expect(award.tranches[0]).toEqual({
      year: 2026,
      amountCents: 12_000_000,
      requestedCents: 0,
      orderedCents: 0,
      paidCents: 6_000_000,
      openCents: 6_000_000,
    });
  });
});
