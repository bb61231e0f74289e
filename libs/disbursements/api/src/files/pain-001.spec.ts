import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportedOrder } from '@wir/disbursements/domain';
import { cents, localDate } from '@wir/shared/kernel';
import { validateXML } from 'xmllint-wasm';
import { pain001, type PainRun } from './pain-001';
import { DEMO_ACCOUNT, payerOf } from './payer';

const order = (overrides: Partial<ExportedOrder> = {}): ExportedOrder => ({
  orderNumber: 'WIR-2026-A-00001',
  dueOn: localDate('2026-03-15'),
  amountCents: cents(6_000_000),
  iban: 'DE89370400440532013000',
  accountHolder: 'Kreisausschuss des Landkreises Gießen & Söhne <1>',
  remittanceText: 'WIR 2026-0001 HHJ 2026 Rate 1',
  caseNumber: 'WIR-2026-0001',
  year: 2026,
  ...overrides,
});
const run = (orders: readonly ExportedOrder[]): PainRun => ({
  runNumber: 'WIR-2026-L-00001',
  createdAt: new Date('2026-03-02T23:30:00Z'),
  today: localDate('2026-03-03'),
  payer: { name: 'Land Hessen, Landesoberkasse', ...DEMO_ACCOUNT },
  orders,
});
const valuesOf = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`, 'g'))].map(([, value]) => value ?? '');

describe('a SEPA credit transfer file', () => {
  it('carries amounts to the cent where floats would not', () => {
    const amounts = [10, 20, 70, 110, 999_999_999, 1].map((amount) => cents(amount));
    const xml = pain001(
      run(amounts.map((amountCents, index) => order({ amountCents, orderNumber: `WIR-2026-A-0000${index}` }))),
    );

    expect(valuesOf(xml, 'InstdAmt')).toEqual(['0.10', '0.20', '0.70', '1.10', '9999999.99', '0.01']);
    expect(valuesOf(xml, 'CtrlSum')).toEqual(['10000002.10', '10000002.10']);
    expect(valuesOf(xml, 'NbOfTxs')).toEqual(['6', '6']);
  });

  it('asks the bank to pay on the day due, at the earliest today, one group per day', () => {
    const due = ['2026-04-01', '2026-03-01', '2026-04-01'].map((day, index) =>
      order({ dueOn: localDate(day), orderNumber: `WIR-2026-A-0000${index}` }),
    );

    expect(valuesOf(pain001(run(due)), 'Dt')).toEqual(['2026-03-03', '2026-04-01']);
  });

  it('shows the clock of Berlin and keeps to the SEPA character set', () => {
    const xml = pain001(run([order()]));

    expect(valuesOf(xml, 'CreDtTm')).toEqual(['2026-03-03T00:30:00']);
    expect(valuesOf(xml, 'Nm').at(-1)).toBe('Kreisausschuss des Landkreises Giessen . Soehne .1.');
    expect(valuesOf(xml, 'IBAN')).toEqual([DEMO_ACCOUNT.iban, 'DE89370400440532013000']);
    expect(valuesOf(xml, 'BICFI')).toEqual([DEMO_ACCOUNT.bic]);
  });

  it('is the same for the same run', () => {
    expect(pain001(run([order()]))).toBe(pain001(run([order()])));
  });

  it('has the structure banks check first', async () => {
    const schema = readFileSync(join(__dirname, '../testing/pain-001-subset.xsd'), 'utf8');
    const orders = [order(), order({ orderNumber: 'WIR-2026-A-00002', dueOn: localDate('2026-09-15') })];
    const contents = pain001(run(orders));

    const { valid, errors } = await validateXML({ xml: [{ fileName: 'run.xml', contents }], schema: [schema] });

    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });

  it('is refused for an account that cannot exist', () => {
    expect(() => pain001(run([order({ iban: 'DE00370400440532013000' })]))).toThrow('IBAN');
  });
});

describe('the account payouts leave from', () => {
  const payer = { name: 'Land Hessen', iban: undefined, bic: undefined };

  it('is made up in the demo and missing in production until it is set', () => {
    expect(payerOf({ payer, isDemo: true })).toMatchObject(DEMO_ACCOUNT);
    expect(payerOf({ payer, isDemo: false })).toBeNull();
    expect(payerOf({ payer: { ...payer, iban: 'DE89370400440532013000' }, isDemo: false })).toEqual({
      name: 'Land Hessen',
      iban: 'DE89370400440532013000',
      bic: '',
    });
  });

  it('is none when its check digits are wrong', () => {
    expect(payerOf({ payer: { ...payer, iban: 'DE89370400440532013001' }, isDemo: false })).toBeNull();
  });
});
