import { randomUUID } from 'node:crypto';
import { applicantEditor, applicantSignatory, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { reportFigure } from './figure';
import { intrude } from './intruder';

type Refused = readonly [
  what: string,
  email: string,
  sql: (journey: Journey) => string,
  code: string,
  constraint: string,
];

const transfer = (kind: string, from: string, to: string, cents: string, more = '', values = ''): string =>
  `INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, value_date, command_key, line${more})
   SELECT '${kind}', f.id, t.id, ${cents}, '2026-03-02', '${randomUUID()}', 1${values} FROM budget.account f, budget.account t
   WHERE f.kind = '${from}' AND t.kind = '${to}' AND f.budget_year = 2026 AND t.budget_year = 2026 AND f.due_year IS NULL AND t.due_year IS NULL LIMIT 1`;
const forAward = ({ awardId, orderId }: Journey): [string, string] => [
  ', award_id, payment_order_id',
  `, '${awardId}', '${orderId}'`,
];

/** D3: the last line, tried with SQL as the API and with the session of the very person whose act it would be. */
const REFUSED: readonly Refused[] = [
  [
    'more than the year has',
    PERSONAS.budgetOfficer,
    () => transfer('RESERVE', 'free', 'reserved', '900000000000'),
    '23514',
    'account_never_overdrawn',
  ],
  [
    'paying more than was ordered',
    PERSONAS.budgetOfficer,
    (journey) => transfer('PAY', 'ordered', 'paid', '900000000000', ...forAward({ ...journey, orderId: randomUUID() })),
    '23514',
    'account_never_overdrawn',
  ],
  [
    'a booking of nothing',
    PERSONAS.budgetOfficer,
    () => transfer('RESERVE', 'free', 'reserved', '0'),
    '23514',
    'transfer_amount_positive',
  ],
  [
    'a negative booking',
    PERSONAS.budgetOfficer,
    () => transfer('RESERVE', 'free', 'reserved', '-1'),
    '23514',
    'transfer_amount_positive',
  ],
  [
    'a booking between the wrong accounts',
    PERSONAS.budgetOfficer,
    () => transfer('PAY', 'free', 'paid', '100'),
    '23514',
    'transfer_kind_fits_accounts',
  ],
  [
    'a second payment of one order',
    PERSONAS.budgetOfficer,
    (journey) => transfer('PAY', 'ordered', 'paid', '100', ...forAward(journey)),
    '23505',
    'transfer_pay_once',
  ],
  [
    'a second booking under one key',
    PERSONAS.budgetOfficer,
    () => `INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, value_date, command_key, line)
    SELECT kind, from_account_id, to_account_id, 1, value_date, command_key, line FROM budget.transfer WHERE kind = 'APPROPRIATE' LIMIT 1`,
    '23505',
    'transfer_booked_once',
  ],
  [
    'a plan for 2031',
    applicantEditor('KS'),
    () => `INSERT INTO applications.plan_year (application_id, applicant_id, year, requested_cents)
    SELECT id, applicant_id, 2031, 1 FROM applications.application`,
    '23514',
    'plan_year_in_period',
  ],
  [
    'a negative request',
    applicantEditor('KS'),
    () => `INSERT INTO applications.plan_year (application_id, applicant_id, year, requested_cents)
    SELECT id, applicant_id, 2029, -1 FROM applications.application`,
    '23514',
    'plan_year_requested_not_negative',
  ],
  [
    'a second live application for the same time',
    applicantEditor('KS'),
    () => `INSERT INTO applications.application (programme_id, call_id, module_code, applicant_id, case_number, period_start, period_end, created_by_account_id)
    SELECT programme_id, call_id, module_code, applicant_id, 'X-1', period_start, period_end, created_by_account_id FROM applications.application`,
    '23P01',
    'application_one_live_per_module_and_period',
  ],
  [
    'a jump of the state',
    applicantSignatory('KS'),
    () => `UPDATE applications.application SET state = 'APPROVED', version = version + 1`,
    '23514',
    'application_state_transition',
  ],
  [
    'more granted than asked for',
    PERSONAS.headOfUnit,
    ({ applicationId }) =>
      `UPDATE applications.application SET approved_cents = requested_cents + 1, version = version + 1 WHERE id = '${applicationId}'`,
    '23514',
    'application_approved_within_requested',
  ],
  [
    'a decision by the reviewer',
    PERSONAS.headOfUnit,
    ({ applicationId }) =>
      `UPDATE applications.application SET decided_by_person_id = reviewed_by_person_id, version = version + 1 WHERE id = '${applicationId}'`,
    '23514',
    'application_decided_by_other_person',
  ],
  [
    'budget confirmed by the reviewer',
    PERSONAS.budgetOfficer,
    ({ applicationId }) =>
      `UPDATE applications.application SET budget_confirmed_by_person_id = reviewed_by_person_id, version = version + 1 WHERE id = '${applicationId}'`,
    '23514',
    'application_budget_confirmed_by_other_person',
  ],
  [
    'an order by who checked',
    PERSONAS.paymentOrderer,
    ({ orderId }) =>
      `UPDATE disbursements.payment_order SET ordered_by_person_id = checked_by_person_id, version = version + 1 WHERE id = '${orderId}'`,
    '23514',
    'payment_order_ordered_by_other_person',
  ],
  [
    'bank data confirmed by who entered them',
    PERSONAS.caseWorker,
    ({ bankAccountId }) =>
      `UPDATE disbursements.bank_account SET confirmed_by_person_id = proposed_by_person_id, version = version + 1 WHERE id = '${bankAccountId}'`,
    '23514',
    'bank_account_confirmed_by_other_person',
  ],
  [
    'tranches that are not the total',
    PERSONAS.headOfUnit,
    ({ awardId }) =>
      `UPDATE decisions.award SET total_cents = total_cents + 1, version = version + 1 WHERE id = '${awardId}'; SET CONSTRAINTS ALL IMMEDIATE`,
    '23514',
    'award_tranches_sum_to_total',
  ],
  [
    'an award of nothing',
    PERSONAS.headOfUnit,
    ({ awardId }) => `UPDATE decisions.award SET total_cents = 0, version = version + 1 WHERE id = '${awardId}'`,
    '23514',
    'award_total_positive',
  ],
  [
    'an instalment of a year without tranche',
    applicantEditor('WI'),
    ({
      awardId,
    }) => `INSERT INTO disbursements.disbursement_request (programme_id, award_id, applicant_id, request_number, year, amount_cents, needed_until)
    SELECT programme_id, id, applicant_id, 'X-1', 2031, 1, '2031-01-31' FROM decisions.award WHERE id = '${awardId}'`,
    '23503',
    'disbursement_request_within_tranche_year',
  ],
  [
    'a booking to an account that does not exist',
    PERSONAS.headOfUnit,
    () => `INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, value_date, command_key, line)
    SELECT 'RESERVE', id, '${randomUUID()}', 1, '2026-03-02', '${randomUUID()}', 1 FROM budget.account LIMIT 1`,
    '23503',
    'transfer_to_account_id_fkey',
  ],
  [
    'a booking of an unknown kind',
    PERSONAS.budgetOfficer,
    () => `INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, value_date, command_key, line)
    SELECT 'GIFT', f.id, t.id, 1, '2026-03-02', '${randomUUID()}', 1 FROM budget.account f, budget.account t WHERE f.id <> t.id LIMIT 1`,
    '23503',
    'transfer_kind_fkey',
  ],
  [
    'a change that skips a version',
    PERSONAS.headOfUnit,
    ({ applicationId }) =>
      `UPDATE applications.application SET title = 'X', version = version + 2 WHERE id = '${applicationId}'`,
    '40001',
    '',
  ],
  [
    'a waiver before the notification',
    applicantSignatory('WI'),
    ({ noticeId }) =>
      `UPDATE decisions.notice SET appeal_waived_on = deemed_notified_on - 1, version = version + 1 WHERE id = '${noticeId}'`,
    '23514',
    'notice_waiver_not_before_notification',
  ],
];

describe('the database refuses, whoever asks', () => {
  const api = useApi();
  let journey: Journey;
  let refused = 0;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'PAID', { applicant: 'WI' });
    await driveToState(api.client, 'FILLED', { applicant: 'KS' });
  });
  afterAll(() => reportFigure({ id: 'D3', value: REFUSED.length - refused, limit: 0, n: REFUSED.length }));

  it.each(REFUSED)('%s (%s)', async (_what, email, sql, code, constraint) => {
    const found = await intrude(api.database, email, ({ client }) =>
      client.query(sql(journey)).then(
        () => null,
        (error: { code?: string; constraint?: string }) => ({ code: error.code, constraint: error.constraint ?? '' }),
      ),
    );

    expect(found).toEqual({ code, constraint });
    refused += 1;
  });

  it('with each of the four classes of refusal', () => {
    const codes = new Set(REFUSED.map(([, , , code]) => code));

    for (const code of ['23514', '23P01', '23505', '23503']) expect(codes).toContain(code);
  });
});
