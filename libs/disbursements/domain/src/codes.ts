/** Refusals of this domain in German; `{name}` stands for a detail. */
export const DISBURSEMENT_TEXTS = {
  'disbursement.not-acceptable': 'Die Mittelanforderung enthält Fehler.',
  'disbursement.amount-not-positive': 'Der Betrag muss größer als 0 € sein.',
  'disbursement.year-without-tranche': 'Für dieses Haushaltsjahr ist nichts bewilligt.',
  'disbursement.over-tranche': 'Von der Rate dieses Jahres sind nur noch {openCents} offen.',
  'disbursement.needed-until-past': 'Der Tag, bis zu dem das Geld gebraucht wird, liegt in der Vergangenheit.',
  'disbursement.not-correct':
    'Gezeichnet werden kann nur, was sachlich und rechnerisch richtig ist. Sonst geben Sie die Anforderung zurück.',
  'disbursement.reason-missing': 'Nennen Sie den Grund.',
  'disbursement.orderer-took-part': 'Wer geprüft oder die Bankverbindung bearbeitet hat, darf nicht anordnen.',
  'disbursement.bank-data-changed':
    'Die Bankverbindung hat sich seit der Prüfung geändert. Die Anforderung muss neu geprüft werden.',
  'disbursement.wrong-state': 'Das ist im jetzigen Stand der Mittelanforderung nicht möglich.',
  'disbursement.role-not-allowed': 'Dafür fehlt Ihnen die Berechtigung.',
  'bank-account.confirmer-is-proposer': 'Wer die Bankverbindung angegeben hat, darf sie nicht bestätigen.',
  'bank-account.iban-invalid': 'Diese IBAN ist nicht gültig.',
  'bank-account.holder-missing': 'Nennen Sie die Kontoinhaberin oder den Kontoinhaber.',
  'bank-account.wrong-state': 'Diese Bankverbindung ist nicht mehr zu bestätigen.',
  'bank-account.role-not-allowed': 'Dafür fehlt Ihnen die Berechtigung.',
  'payment-order.wrong-state': 'Das ist im jetzigen Stand der Anordnung nicht möglich.',
  'payment-order.role-not-allowed': 'Dafür fehlt Ihnen die Berechtigung.',
  'payment-return.file-empty': 'Die Datei enthält keine Zahlungen.',
  'payment-return.header-invalid': 'Die Kopfzeile der Datei ist nicht die vereinbarte.',
  'payment-return.total-mismatch': 'Die Summenzeile stimmt nicht mit den Zahlungen überein.',
  'payment-return.column-count': 'Die Zeile hat nicht die vereinbarte Zahl von Spalten.',
  'payment-return.order-unknown': 'Diese Anordnung gibt es nicht.',
  'payment-return.order-repeated': 'Diese Anordnung steht mehrfach in der Datei oder ist schon gebucht.',
  'payment-return.already-booked': 'Diese Anordnung ist schon anders gebucht.',
  'payment-return.order-not-exported': 'Diese Anordnung war in keinem Zahlungslauf.',
  'payment-return.amount-invalid': 'Der Betrag ist keine ganze Zahl von Cent.',
  'payment-return.amount-different': 'Der Betrag weicht von der Anordnung ab.',
  'payment-return.date-invalid': 'Das Wertstellungsdatum ist kein gültiges Datum.',
  'payment-return.year-different': 'Das Wertstellungsdatum liegt in einem anderen Haushaltsjahr als die Anordnung.',
  'payment-return.status-unknown': 'Der Status ist weder PAID noch FAILED.',
  'payment-return.document-number-missing': 'Die Belegnummer fehlt.',
} as const;

export type DisbursementCode = keyof typeof DISBURSEMENT_TEXTS;
