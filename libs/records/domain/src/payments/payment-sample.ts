/** SHA-256 as lower-case hex; handed in, since this lib runs in the browser and on the server alike. */
export type HashText = (text: string) => string;

/** What a drawing needs to know of a payment. */
export interface SampledPayment {
  readonly orderNumber: string;
  readonly amountCents: number;
  readonly valueDate: string;
}

export interface SampleWish {
  readonly seed: string;
  readonly size: number;
}

export interface DrawnPayment<P extends SampledPayment> {
  readonly rank: number;
  /** Decides about the rank: SHA-256 of seed and order number. */
  readonly key: string;
  readonly payment: P;
}

/**
 * Every payment has the same chance, and nobody can choose: the keys of all payments are compared, the smallest are drawn. The
 * same seed and the same population give the same sample on any machine; a larger sample contains the smaller one.
 */
export function drawSample<P extends SampledPayment>(
  population: readonly P[],
  { seed, size }: SampleWish,
  hash: HashText,
): DrawnPayment<P>[] {
  return population
    .map((payment) => ({ key: hash(`${seed}|${payment.orderNumber}`), payment }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, size)
    .map((drawn, index) => ({ rank: index + 1, ...drawn }));
}

/** Fingerprint of the population: shows later whether the sample was drawn from the same payments. */
export function populationDigest(population: readonly SampledPayment[], hash: HashText): string {
  const lines = population
    .map(({ orderNumber, amountCents, valueDate }) => `${orderNumber};${amountCents};${valueDate}\n`)
    .sort((a, b) => (a < b ? -1 : 1));
  return hash(lines.join(''));
}

/** For the working papers: enough to draw the sample again without this portal. */
export const SAMPLE_METHOD = [
  'Grundgesamtheit sind alle ausgezahlten Anordnungen im gewählten Zeitraum (Tag der Wertstellung) ab dem gewählten Betrag.',
  'Jede erhält eine Kennzahl: SHA-256 über Startwert, senkrechten Strich und Anordnungsnummer (UTF-8, hexadezimal).',
  'Gezogen werden die Anordnungen mit den kleinsten Kennzahlen. Derselbe Startwert und dieselbe Grundgesamtheit ergeben dieselbe Stichprobe.',
  'Die Prüfsumme der Grundgesamtheit ist SHA-256 über ihre Zeilen »Anordnungsnummer;Betrag in Cent;Wertstellung« in aufsteigender Folge, jede mit Zeilenvorschub.',
].join(' ');
