import { aReturnFile, continueTo, driveToState, PERSONAS, type Journey, type ReturnRow } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import { moreInstalments } from './more-instalments';

interface Report {
  readonly rejected: boolean;
  readonly code: string | null;
  readonly bookedCents: number;
  readonly rows: readonly {
    readonly line: number;
    readonly orderNumber: string;
    readonly outcome: string;
    readonly code?: string;
  }[];
}

describe('POST /payment-returns', () => {
  const api = useApi();
  let journey: Journey;
  let first: Journey;
  let second: Journey;
  let third: Journey;
  let ordered: Journey;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'BANK_CONFIRMED', { applicant: 'WI' });
    [first, second, third] = (await moreInstalments(journey, [1_000_000, 2_000_000, 3_000_000], 'EXPORTED')) as [
      Journey,
      Journey,
      Journey,
    ];
    [ordered] = (await moreInstalments(journey, [4_000_000], 'ORDERED')) as [Journey];
  });
  const send = (
    content: Buffer | string,
    as: string = PERSONAS.budgetOfficer,
  ): ReturnType<typeof api.client.upload<Report>> =>
    api.client.upload<Report>('/payment-returns', { name: 'rueckmeldung.csv', type: 'text/csv', content }, {}, { as });
  const sendRows = (...rows: ReturnRow[]): ReturnType<typeof api.client.upload<Report>> =>
    send(aReturnFile(rows).content);
  const paid = ({ orderNumber, options }: Journey, overrides: Partial<ReturnRow> = {}): ReturnRow => ({
    orderNumber,
    status: 'PAID',
    amountCents: options.instalmentCents,
    ...overrides,
  });
  const stateOf = async ({ requestId }: Journey): Promise<unknown> => {
    const { body } = await api.client.get<{ state: string }>(`/disbursement-requests/${requestId}`, {
      as: journey.editor,
    });
    return body.state;
  };
  const HEADER = 'order_number;status;amount_cents;value_date;document_number;reason';

  it('asks for a session, the right, the key and a file', async () => {
    const file = aReturnFile([paid(first)]);
    expectProblem(await api.client.upload('/payment-returns', file), 401, 'auth.not-signed-in');
    expectProblem(await send(file.content, PERSONAS.paymentOrderer), 403, 'auth.forbidden');
    expectProblem(
      await api.client.upload('/payment-returns', file, {}, { as: PERSONAS.budgetOfficer, idempotencyKey: null }),
      428,
      'idempotency.key-missing',
    );
    expectProblem(
      await api.client.post('/payment-returns', {}, { as: PERSONAS.budgetOfficer }),
      415,
      'input.media-type',
    );
  });

  it.each([
    ['an empty file', '', 'payment-return.file-empty'],
    ['a header only', `${HEADER}\n`, 'payment-return.file-empty'],
    ['another header', 'Anordnung;Status;Betrag\nWIR-2026-A-00001;PAID;1\n', 'payment-return.header-invalid'],
    [
      'a wrong total',
      `${HEADER}\nWIR-2026-A-00001;PAID;1000000;2026-03-05;B-1;\nTOTAL;1;999999;;;\n`,
      'payment-return.total-mismatch',
    ],
    [
      'Latin-1',
      Buffer.from(`${HEADER}\nWIR-2026-A-00001;PAID;1000000;2026-03-05;B-ü;\n`, 'latin1'),
      'payment-return.encoding-invalid',
    ],
    [
      'an open quotation mark',
      `${HEADER}\n"WIR-2026-A-00001;PAID;1000000;2026-03-05;B-1;\n`,
      'payment-return.unreadable',
    ],
    ['a NUL', `${HEADER}\nWIR-2026-A-00001\u0000;PAID;1000000;2026-03-05;B-1;\n`, 'payment-return.unreadable'],
  ])('refuses %s as a whole and keeps it on record', async (_name, content, code) => {
    expectProblem(await send(content), 422, code, { rejected: true, rows: [] });

    expect(await stateOf(first)).toBe('EXPORTED');
    const list = await api.client.get<{ items: Report[] }>('/payment-returns', { as: PERSONAS.auditor });
    expect(list.body.items[0]).toMatchObject({ rejected: true, code, bookedCents: 0 });
  });

  it('books the good rows and reports the bad ones', async () => {
    const answer = await sendRows(
      paid(first),
      { ...paid(second), status: 'FAILED', reason: 'Konto erloschen', documentNumber: '' },
      paid(first),
      { orderNumber: 'WIR-2026-A-09999', status: 'PAID', amountCents: 1 },
      paid(third, { amountCents: 2_999_999 }),
      paid(third, { amountCents: '30000,00' }),
      paid(third, { valueDate: '05.03.2026' }),
      paid(third, { valueDate: '2025-12-30' }),
      paid(third, { status: 'DONE' }),
      paid(third, { documentNumber: '' }),
      paid(ordered),
    );

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ rejected: false, code: null, bookedCents: 1_000_000 });
    expect(answer.body.rows.map(({ line, outcome, code }) => [line, outcome, code])).toEqual([
      [2, 'BOOKED', undefined],
      [3, 'FAILED', undefined],
      [4, 'REPEATED', 'payment-return.order-repeated'],
      [5, 'REJECTED', 'payment-return.order-unknown'],
      [6, 'REJECTED', 'payment-return.amount-different'],
      [7, 'REJECTED', 'payment-return.amount-invalid'],
      [8, 'REJECTED', 'payment-return.date-invalid'],
      [9, 'REJECTED', 'payment-return.year-different'],
      [10, 'REJECTED', 'payment-return.status-unknown'],
      [11, 'REJECTED', 'payment-return.document-number-missing'],
      [12, 'REJECTED', 'payment-return.order-not-exported'],
    ]);
    expect(await Promise.all([first, second, third, ordered].map(stateOf))).toEqual([
      'PAID',
      'FAILED',
      'EXPORTED',
      'ORDERED',
    ]);
    const budget = await api.client.get<{ years: { year: number }[] }>('/budget', { as: PERSONAS.budgetOfficer });
    expect(budget.body.years.find(({ year }) => year === 2026)).toMatchObject({
      paidCents: 1_000_000,
      orderedCents: 7_000_000,
      committedCents: 4_000_000,
    });
  });

  it('changes nothing when the same rows come again', async () => {
    const again = await sendRows(paid(first), {
      ...paid(second),
      status: 'FAILED',
      reason: 'Konto erloschen',
      documentNumber: '',
    });
    expect(again.body).toMatchObject({ bookedCents: 0, rows: [{ outcome: 'REPEATED' }, { outcome: 'REPEATED' }] });

    const contradicting = await sendRows({ ...paid(first), status: 'FAILED' });
    expect(contradicting.body.rows).toMatchObject([{ outcome: 'REJECTED', code: 'payment-return.already-booked' }]);
  });

  it('lets a failed request be handed in, checked and paid anew under a new order', async () => {
    const failed = await api.client.get<{ order: { failureReason: string }; returnReason: string }>(
      `/disbursement-requests/${second.requestId}`,
      { as: journey.editor },
    );
    expect(failed.body).toMatchObject({ returnReason: 'Konto erloschen', order: { failureReason: 'Konto erloschen' } });

    const former = second.orderNumber;
    second.reached = 'REQUEST_DRAFT';
    await continueTo(second, 'EXPORTED');

    expect(second.orderNumber).not.toBe(former);
    const answer = await send(
      `\ufeff${HEADER}\r\n${second.orderNumber};PAID;2000000;2026-03-06;"B;2";\r\nTOTAL;1;2000000;;;\r\n`,
    );
    expect(answer.body).toMatchObject({ rows: [{ outcome: 'BOOKED' }], bookedCents: 2_000_000 });
    expect(await stateOf(second)).toBe('PAID');
  });

  it('answers a repeated import with the stored report', async () => {
    const idempotencyKey = '22222222-2222-4222-8222-222222222222';
    const file = aReturnFile([paid(third)]);
    const once = await api.client.upload<Report>(
      '/payment-returns',
      file,
      {},
      { as: PERSONAS.budgetOfficer, idempotencyKey },
    );
    const twice = await api.client.upload<Report>(
      '/payment-returns',
      file,
      {},
      { as: PERSONAS.budgetOfficer, idempotencyKey },
    );

    expect(once.body.rows).toMatchObject([{ outcome: 'BOOKED' }]);
    expect(twice).toMatchObject({ status: 201, body: once.body });
  });
});
