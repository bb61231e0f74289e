import { cents, localDate } from '@wir/shared/kernel';
import { readReturnFile, RETURN_FILE_HEADER } from './return-file';
import { judgeReturnRows, ReturnJudge, type AnsweredOrder } from './return-rows';

const HEAD = [...RETURN_FILE_HEADER];
const PAID = ['AO-1', 'PAID', '6000000', '2026-03-17', 'SAP-1', ''];

function anOrder(overrides: Partial<AnsweredOrder> = {}): AnsweredOrder {
  return {
    id: 'id-1',
    orderNumber: 'AO-1',
    state: 'EXPORTED',
    year: 2026,
    amountCents: cents(6_000_000),
    documentNumber: null,
    repaidCents: cents(0),
    repayments: [],
    yearTakesRepayments: true,
    ...overrides,
  };
}

function judge(rows: string[][], orders = [anOrder()]): ReturnType<typeof judgeReturnRows> {
  const file = readReturnFile([HEAD, ...rows]);
  if (!file.ok) throw new Error(file.code);
  return judgeReturnRows(file.rows, orders);
}

function paid(changes: Partial<Record<(typeof RETURN_FILE_HEADER)[number], string>>): string[] {
  return HEAD.map((name, index) => changes[name] ?? PAID[index] ?? '');
}

describe('reading a return file', () => {
  it.each<[string, string[][], string]>([
    ['nothing', [], 'payment-return.file-empty'],
    ['blank lines', [[''], ['', '']], 'payment-return.file-empty'],
    ['a head only', [HEAD], 'payment-return.file-empty'],
    ['a head and a total only', [HEAD, ['TOTAL', '0', '0']], 'payment-return.file-empty'],
    ['no head', [PAID], 'payment-return.header-invalid'],
    ['another order of columns', [[...HEAD].reverse(), PAID], 'payment-return.header-invalid'],
    ['one column too many', [[...HEAD, 'x'], PAID], 'payment-return.header-invalid'],
    ['a wrong sum', [HEAD, PAID, ['TOTAL', '1', '5999999']], 'payment-return.total-mismatch'],
    ['a wrong count', [HEAD, PAID, ['TOTAL', '2', '6000000']], 'payment-return.total-mismatch'],
    [
      'a total over a row that is no amount',
      [HEAD, paid({ amount_cents: 'x' }), ['TOTAL', '1', '6000000']],
      'payment-return.total-mismatch',
    ],
  ])('with %s refuses the whole file', (_what, records, code) => {
    expect(readReturnFile(records)).toEqual({ ok: false, code });
  });

  it('takes rows with their line, a byte order mark and a right total', () => {
    const file = readReturnFile([['\ufefforder_number', ...HEAD.slice(1)], [''], PAID, ['TOTAL', '1', '6000000']]);

    expect(file).toMatchObject({ ok: true, rows: [{ line: 3, orderNumber: 'AO-1', amount: '6000000' }] });
  });
});

describe('judging the rows', () => {
  it('books a good row', () => {
    expect(judge([PAID])).toEqual({
      rows: [
        {
          line: 2,
          orderNumber: 'AO-1',
          orderId: 'id-1',
          outcome: 'BOOKED',
          amountCents: 6_000_000,
          expectedCents: 6_000_000,
          valueDate: '2026-03-17',
          documentNumber: 'SAP-1',
          direction: 'DEBIT',
        },
      ],
      bookings: [
        {
          line: 2,
          orderId: 'id-1',
          outcome: 'BOOKED',
          amountCents: 6_000_000,
          valueDate: '2026-03-17',
          documentNumber: 'SAP-1',
          reason: '',
        },
      ],
    });
  });

  it('books a failure with its reason, also without date and document', () => {
    expect(
      judge([paid({ status: 'FAILED', value_date: '', document_number: '', reason: 'Konto erloschen' })]).bookings,
    ).toEqual([
      {
        line: 2,
        orderId: 'id-1',
        outcome: 'FAILED',
        amountCents: 6_000_000,
        valueDate: null,
        documentNumber: '',
        reason: 'Konto erloschen',
      },
    ]);
  });

  it.each([
    [paid({ order_number: 'AO-9' }), 'payment-return.order-unknown'],
    [paid({ status: 'paid' }), 'payment-return.status-unknown'],
    [paid({ amount_cents: '60000.00' }), 'payment-return.amount-invalid'],
    [paid({ amount_cents: '-6000000' }), 'payment-return.amount-invalid'],
    [paid({ amount_cents: '5999999' }), 'payment-return.amount-different'],
    [paid({ value_date: '17.03.2026' }), 'payment-return.date-invalid'],
    [paid({ value_date: '2026-02-30' }), 'payment-return.date-invalid'],
    [paid({ value_date: '2027-01-02' }), 'payment-return.year-different'],
    [paid({ document_number: '' }), 'payment-return.document-number-missing'],
    [PAID.slice(0, 5), 'payment-return.column-count'],
  ])('rejects %j with %s and books nothing', (row, code) => {
    const { rows, bookings } = judge([row]);

    expect(rows[0]).toMatchObject({ outcome: 'REJECTED', code });
    expect(bookings).toEqual([]);
  });

  it('books the good rows beside a bad one', () => {
    const { rows, bookings } = judge([paid({ order_number: 'AO-9' }), PAID]);

    expect(rows.map(({ outcome }) => outcome)).toEqual(['REJECTED', 'BOOKED']);
    expect(bookings).toHaveLength(1);
  });

  it('pays an order once, however often it is named', () => {
    const { rows, bookings } = judge([PAID, PAID, paid({ status: 'FAILED' })]);

    expect(rows.map(({ outcome }) => outcome)).toEqual(['BOOKED', 'REPEATED', 'REPEATED']);
    expect(bookings).toHaveLength(1);
  });

  it.each<[Partial<AnsweredOrder>, string, string | undefined]>([
    [{ state: 'PAID', documentNumber: 'SAP-1' }, 'REPEATED', 'payment-return.order-repeated'],
    [{ state: 'PAID', documentNumber: 'SAP-2' }, 'REJECTED', 'payment-return.already-booked'],
    [{ state: 'FAILED' }, 'REJECTED', 'payment-return.already-booked'],
    [{ state: 'ORDERED' }, 'REJECTED', 'payment-return.order-not-exported'],
    [{ state: 'CANCELLED' }, 'REJECTED', 'payment-return.order-not-exported'],
  ])('of an order that is %j gives %s %s', (order, outcome, code) => {
    expect(judge([PAID], [anOrder(order)])).toMatchObject({
      rows: [{ line: 2, orderNumber: 'AO-1', outcome, code }],
      bookings: [],
    });
  });
});

describe('judging money that comes back', () => {
  const WAS_PAID = anOrder({ state: 'PAID', documentNumber: 'SAP-1' });
  const incoming = (status: string, changes: Partial<Record<(typeof RETURN_FILE_HEADER)[number], string>> = {}) =>
    paid({ status, document_number: 'SAP-9', value_date: '2026-04-02', ...changes });

  it('bounces an open order and returns a paid one', () => {
    expect(judge([incoming('RETURNED')]).rows).toMatchObject([{ outcome: 'FAILED', direction: 'CREDIT' }]);
    expect(judge([incoming('RETURNED')], [WAS_PAID]).bookings).toMatchObject([
      { outcome: 'RETURNED', amountCents: 6_000_000, documentNumber: 'SAP-9', line: 2 },
    ]);
  });

  it('pays and returns an order within one file, as a statement of the bank has it', () => {
    const { rows, bookings } = judge([PAID, incoming('RETURNED'), incoming('RETURNED')]);

    expect(rows.map(({ outcome }) => outcome)).toEqual(['BOOKED', 'RETURNED', 'REPEATED']);
    expect(bookings).toHaveLength(2);
  });

  it('takes repayments up to what was paid, to the cent', () => {
    const { rows } = judge(
      [
        incoming('REPAID', { amount_cents: '5999999' }),
        incoming('REPAID', { amount_cents: '2', document_number: 'SAP-10' }),
        incoming('REPAID', { amount_cents: '1', document_number: 'SAP-10' }),
        incoming('REPAID', { amount_cents: '1', document_number: 'SAP-11' }),
      ],
      [WAS_PAID],
    );

    expect(rows.map(({ outcome, code, expectedCents }) => [outcome, code, expectedCents])).toEqual([
      ['REPAID', undefined, 6_000_000],
      ['REJECTED', 'payment-return.repayment-too-high', 1],
      ['REPAID', undefined, 1],
      ['REJECTED', 'payment-return.repayment-too-high', 0],
    ]);
  });

  it.each<[string[], AnsweredOrder, string]>([
    [incoming('REPAID', { order_number: '' }), WAS_PAID, 'payment-return.repayment-unmatched'],
    [incoming('REPAID'), anOrder(), 'payment-return.repayment-unmatched'],
    [incoming('REPAID', { amount_cents: '0' }), WAS_PAID, 'payment-return.amount-invalid'],
    [incoming('REPAID', { value_date: '' }), WAS_PAID, 'payment-return.date-invalid'],
    [incoming('REPAID', { document_number: '' }), WAS_PAID, 'payment-return.document-number-missing'],
    [incoming('REPAID'), { ...WAS_PAID, yearTakesRepayments: false }, 'payment-return.year-closed'],
    [incoming('RETURNED', { amount_cents: '5999999' }), WAS_PAID, 'payment-return.amount-different'],
    [incoming('RETURNED'), anOrder({ state: 'ORDERED' }), 'payment-return.order-not-exported'],
    [incoming('FAILED'), WAS_PAID, 'payment-return.already-booked'],
  ])('rejects %j', (row, order, code) => {
    expect(judge([row], [order])).toMatchObject({ rows: [{ outcome: 'REJECTED', code }], bookings: [] });
  });

  it('knows a repayment by day, amount and document', () => {
    const order = {
      ...WAS_PAID,
      repaidCents: cents(100),
      repayments: [{ documentNumber: 'SAP-9', valueDate: localDate('2026-04-02'), amountCents: cents(100) }],
    };

    expect(judge([incoming('REPAID', { amount_cents: '100' })], [order]).rows).toMatchObject([{ outcome: 'REPEATED' }]);
  });

  it('remembers an earlier piece of the same file', () => {
    const file = readReturnFile([HEAD, PAID, PAID]);
    if (!file.ok) throw new Error(file.code);
    const piecemeal = new ReturnJudge();
    const outcomes = file.rows.flatMap((row) => piecemeal.judge([row], [anOrder()]).rows).map(({ outcome }) => outcome);

    expect(outcomes).toEqual(['BOOKED', 'REPEATED']);
  });
});
