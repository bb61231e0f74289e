import { cents } from '@wir/shared/kernel';
import { readReturnFile, RETURN_FILE_HEADER } from './return-file';
import { judgeReturnRows, type KnownOrder } from './return-rows';

const HEAD = [...RETURN_FILE_HEADER];
const PAID = ['AO-1', 'PAID', '6000000', '2026-03-17', 'SAP-1', ''];

function anOrder(overrides: Partial<KnownOrder> = {}): KnownOrder {
  return {
    id: 'id-1',
    orderNumber: 'AO-1',
    state: 'EXPORTED',
    year: 2026,
    amountCents: cents(6_000_000),
    documentNumber: null,
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
      rows: [{ line: 2, orderNumber: 'AO-1', outcome: 'BOOKED' }],
      bookings: [
        {
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

  it.each<[Partial<KnownOrder>, string, string | undefined]>([
    [{ state: 'PAID', documentNumber: 'SAP-1' }, 'REPEATED', 'payment-return.order-repeated'],
    [{ state: 'PAID', documentNumber: 'SAP-2' }, 'REJECTED', 'payment-return.already-booked'],
    [{ state: 'FAILED' }, 'REJECTED', 'payment-return.already-booked'],
    [{ state: 'ORDERED' }, 'REJECTED', 'payment-return.order-not-exported'],
    [{ state: 'CANCELLED' }, 'REJECTED', 'payment-return.order-not-exported'],
  ])('of an order that is %j gives %s %s', (order, outcome, code) => {
    expect(judge([PAID], [anOrder(order)])).toEqual({
      rows: [{ line: 2, orderNumber: 'AO-1', outcome, code }],
      bookings: [],
    });
  });
});
