/** Refusals of this domain in German; `{name}` stands for a detail. */
export const RECORD_TEXTS = {
  'bundle.not-found': 'Diese Prüfmappe gibt es nicht.',
  'bundle.object-not-found': 'Den Vorgang, für den die Prüfmappe gedacht ist, gibt es nicht.',
  'bundle.not-finished': 'Die Prüfmappe ist noch nicht fertig.',
  'bundle.case-moved-on':
    'Seit diesem Stand des Protokolls ist im Vorgang etwas geschehen; er lässt sich nicht mehr abbilden.',
  'bundle.failed': 'Die Prüfmappe konnte nicht zusammengestellt werden.',
  'bundle.wrong-state': 'Das ist im jetzigen Stand der Prüfmappe nicht möglich.',
  'payment-trace.not-found': 'Eine Anordnung mit dieser Nummer gibt es nicht.',
  'payment-sample.period-invalid': 'Der Zeitraum endet vor seinem Beginn.',
} as const;
