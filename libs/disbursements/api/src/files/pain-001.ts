import { toSepaText, type ExportedOrder } from '@wir/disbursements/domain';
import { cents, laterOf, partsOf, sum, type Cents, type LocalDate } from '@wir/shared/kernel';
import { Document } from 'sepa';
import type { Payer } from './payer';

export interface PainRun {
  readonly runNumber: string;
  readonly createdAt: Date;
  readonly today: LocalDate;
  readonly payer: Payer;
  readonly orders: readonly ExportedOrder[];
}

const FORMAT = 'pain.001.001.09';
const NAME_LENGTH = 70;

/**
 * SEPA credit transfer in the version German banks take since November 2023. The amounts leave the exact world here, since
 * the format wants euro; the result is read back and compared to the cent before anybody gets it.
 */
export function pain001(run: PainRun): string {
  const document = new Document(FORMAT);
  document.grpHdr.id = run.runNumber;
  document.grpHdr.created = berlinClock(run.createdAt);
  document.grpHdr.initiatorName = toSepaText(run.payer.name, NAME_LENGTH);
  for (const [executionDay, orders] of byExecutionDay(run)) addPaymentInfo(document, run, executionDay, orders);
  const xml = document.toString();
  assertSameMoney(xml, run.orders);
  return xml;
}

/** One group per day on which the bank shall pay; what was due before is paid at once. */
function byExecutionDay({ orders, today }: PainRun): [LocalDate, ExportedOrder[]][] {
  const groups = new Map<LocalDate, ExportedOrder[]>();
  for (const order of orders) {
    const day = laterOf(order.dueOn, today);
    groups.set(day, [...(groups.get(day) ?? []), order]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function addPaymentInfo(
  document: Document,
  { payer }: PainRun,
  executionDay: LocalDate,
  orders: readonly ExportedOrder[],
): void {
  const info = document.createPaymentInfo();
  const { year, month, day } = partsOf(executionDay);
  info.requestedExecutionDate = new Date(year, month - 1, day);
  info.batchBooking = true;
  info.debtorName = toSepaText(payer.name, NAME_LENGTH);
  info.debtorIBAN = payer.iban;
  info.debtorBIC = payer.bic;
  document.addPaymentInfo(info);
  for (const order of orders) {
    const transaction = info.createTransaction();
    transaction.end2endId = order.orderNumber;
    transaction.creditorName = toSepaText(order.accountHolder, NAME_LENGTH);
    transaction.creditorIBAN = order.iban;
    transaction.remittanceInfo = order.remittanceText;
    transaction.amount = order.amountCents / 100;
    info.addTransaction(transaction);
  }
}

/** The library writes the clock of the process; the file shall show the one of Berlin wherever the process runs. */
function berlinClock(moment: Date): Date {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).formatToParts(moment);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  return new Date(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

function assertSameMoney(xml: string, orders: readonly ExportedOrder[]): void {
  const written = [...xml.matchAll(/<InstdAmt Ccy="EUR">(\d+)\.(\d{2})<\/InstdAmt>/g)].map(([, euros, rest]) =>
    cents(Number(`${euros}${rest}`)),
  );
  const control = /<CtrlSum>(\d+)\.(\d{2})<\/CtrlSum>/.exec(xml);
  const expected = sum(orders.map(({ amountCents }): Cents => amountCents));
  if (
    written.length !== orders.length ||
    sum(written) !== expected ||
    Number(`${control?.[1]}${control?.[2]}`) !== expected
  ) {
    throw new Error('The pain.001 file does not carry the amounts of the orders');
  }
}
