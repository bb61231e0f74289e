import { aReturnFile } from './builders';
import { accepted, post, versionOf, type JourneySteps } from './journey-calls';
import { PERSONAS } from './personas';

/** Steps 16–21: from the declaration with bank data to the instalment paid. */
export const paymentSteps: JourneySteps = {
  async DECLARED(journey) {
    const as = journey.signatory;
    const path = `/awards/${journey.awardId}`;
    const body = { iban: journey.options.iban, accountHolder: `Kommune ${journey.options.applicant}` };
    const ifMatch = await versionOf(journey, path, as);
    const award = accepted(
      await journey.client.put<{ bankAccount: { id: string } }>(`${path}/declaration`, body, { as, ifMatch }),
      `PUT ${path}/declaration`,
    );
    journey.bankAccountId = award.bankAccount.id;
  },

  async BANK_CONFIRMED(journey) {
    await post(journey, `/bank-accounts/${journey.bankAccountId}/confirmation`, {}, PERSONAS.caseWorker);
  },

  async REQUEST_DRAFT(journey) {
    const body = {
      year: journey.options.years[0],
      amountCents: journey.options.instalmentCents,
      neededUntil: `${journey.options.years[0]}-04-30`,
    };
    const created = await post<{ id: string }>(
      journey,
      `/awards/${journey.awardId}/disbursement-requests`,
      body,
      journey.editor,
    );
    journey.requestId = created.id;
  },

  async REQUEST_SUBMITTED(journey) {
    await post(journey, `/disbursement-requests/${journey.requestId}/submission`, {}, journey.signatory);
  },

  async REQUEST_CHECKED(journey) {
    const body = { factual: true, arithmetical: true, note: 'Sachlich und rechnerisch richtig.' };
    await post(journey, `/disbursement-requests/${journey.requestId}/check`, body, PERSONAS.caseWorker);
  },

  async ORDERED(journey) {
    const path = `/disbursement-requests/${journey.requestId}/order`;
    const ordered = await post<{ order: { id: string; orderNumber: string } }>(
      journey,
      path,
      {},
      PERSONAS.paymentOrderer,
    );
    journey.orderId = ordered.order.id;
    journey.orderNumber = ordered.order.orderNumber;
  },

  async EXPORTED(journey) {
    const run = await post<{ id: string }>(
      journey,
      '/payment-runs',
      { orderIds: [journey.orderId] },
      PERSONAS.paymentOrderer,
    );
    journey.paymentRunId = run.id;
  },

  async PAID(journey) {
    const me = accepted(await journey.client.get<{ now: string }>('/me', { as: PERSONAS.budgetOfficer }), 'GET /me');
    const row = {
      orderNumber: journey.orderNumber,
      status: 'PAID',
      amountCents: journey.options.instalmentCents,
      valueDate: me.now.slice(0, 10),
    };
    accepted(
      await journey.client.upload('/payment-returns', aReturnFile([row]), {}, { as: PERSONAS.budgetOfficer }),
      'POST /payment-returns',
    );
  },
};
