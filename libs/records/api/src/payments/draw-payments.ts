import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { drawSample, populationDigest, SAMPLE_METHOD } from '@wir/records/domain';
import { FileAnswer, inputProblem, Transactions, type CurrentRequest } from '@wir/shared/api';
import { cents, csvText, CsvNumber, formatEuroInput, formatGermanDate, localDate, sum } from '@wir/shared/kernel';
import type { PaymentSampleDto, PaymentSampleQueryDto, SampledPaymentDto } from './payment-sample.dto';

type Payment = Omit<SampledPaymentDto, 'rank' | 'key'>;

/** $1 first and $2 last value date, $3 least amount. */
const POPULATION = `
SELECT o.order_number AS "orderNumber", o.disbursement_request_id AS "disbursementRequestId", a.case_number AS "caseNumber",
  p.official_name AS "applicantName", o.year, o.amount_cents AS "amountCents", o.value_date AS "valueDate", o.document_number AS "documentNumber"
FROM disbursements.payment_order o JOIN decisions.award w ON w.id = o.award_id
JOIN applications.application a ON a.id = w.application_id JOIN programme.applicant p ON p.id = o.applicant_id
WHERE o.state = 'PAID' AND ($1::date IS NULL OR o.value_date >= $1) AND ($2::date IS NULL OR o.value_date <= $2) AND o.amount_cents >= $3`;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Payments for a closer look, chosen by a seed and not by a person. */
@Injectable()
export class DrawPayments {
  constructor(private readonly transactions: Transactions) {}

  async execute(request: CurrentRequest, query: PaymentSampleQueryDto): Promise<PaymentSampleDto> {
    const { seed, size, from = null, to = null, minCents = 0 } = query;
    if (from !== null && to !== null && to < from) throw inputProblem('payment-sample.period-invalid', 'to');
    const population = await this.transactions.read(request, (tx) =>
      tx.query<Payment>(POPULATION, [from, to, minCents]),
    );
    const drawn = drawSample(population, { seed, size }, sha256);
    return {
      seed,
      method: SAMPLE_METHOD,
      from,
      to,
      minCents,
      populationCount: population.length,
      populationCents: sum(population.map(({ amountCents }) => cents(amountCents))),
      populationSha256: populationDigest(population, sha256),
      sumCents: sum(drawn.map(({ payment }) => cents(payment.amountCents))),
      items: drawn.map(({ rank, key, payment }) => ({ rank, key, ...payment })),
    };
  }

  async file(request: CurrentRequest, query: PaymentSampleQueryDto): Promise<FileAnswer> {
    const sample = await this.execute(request, query);
    const name = `stichprobe-${sample.seed.replaceAll(/[^A-Za-z0-9-]+/g, '-')}.csv`;
    return new FileAnswer(Buffer.from(`\uFEFF${sampleCsv(sample)}`, 'utf8'), 'text/csv; charset=utf-8', name);
  }
}

/** Seed, population and method stand above the list: the file alone is enough for the working papers. */
function sampleCsv(sample: PaymentSampleDto): string {
  const day = (value: string | null): string => (value === null ? 'offen' : formatGermanDate(localDate(value)));
  const euro = (amount: number): CsvNumber => CsvNumber.of(formatEuroInput(cents(amount)).replaceAll('.', ''));
  return csvText([
    ['Stichprobe von Auszahlungen'],
    ['Startwert', sample.seed],
    ['Wertstellung von', day(sample.from)],
    ['Wertstellung bis', day(sample.to)],
    ['Betrag in Euro ab', euro(sample.minCents)],
    ['Grundgesamtheit', sample.populationCount],
    ['Grundgesamtheit in Euro', euro(sample.populationCents)],
    ['Prüfsumme der Grundgesamtheit', sample.populationSha256],
    ['Gezogen', sample.items.length],
    ['Gezogen in Euro', euro(sample.sumCents)],
    ['Verfahren', sample.method],
    [],
    ['Nr.', 'Anordnung', 'Betrag in Euro', 'Wertstellung', 'Belegnummer', 'Fall', 'Kommune', 'Kennzahl'],
    ...sample.items.map((item) => [
      item.rank,
      item.orderNumber,
      euro(item.amountCents),
      day(item.valueDate),
      item.documentNumber,
      item.caseNumber,
      item.applicantName,
      item.key,
    ]),
  ]);
}
