import type { RequestCode } from '../error-codes';
import type { ErrorText } from '../error-text';

export const REQUEST_TEXTS: Readonly<Record<RequestCode, ErrorText>> = {
  'request.invalid': { de: 'Einige Angaben fehlen oder stimmen nicht.', en: 'Some entries are missing or wrong.' },
  'request.not-found': { de: 'Das gibt es nicht, oder es gehört nicht zu Ihnen.', en: 'This does not exist or is not yours.' },
  'request.version-stale': {
    de: 'Jemand anderes hat inzwischen gespeichert. Ihr Text ist noch da.',
    en: 'Somebody else has saved in the meantime. Your text is still here.',
  },
  'request.version-missing': { de: 'Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.', en: 'Please reload the page and try again.' },
  'request.idempotency-key-missing': { de: 'Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.', en: 'Please reload the page and try again.' },
  'request.idempotency-key-reused': {
    de: 'Diese Eingabe wurde schon mit anderem Inhalt abgeschickt. Bitte laden Sie die Seite neu.',
    en: 'This entry was already sent with other content. Please reload the page.',
  },
  'request.too-large': { de: 'Die Daten sind zu groß für eine Übertragung.', en: 'The data is too large for one transfer.' },
  'request.internal': {
    de: 'Im Portal ist ein Fehler aufgetreten. Es wurde nichts gespeichert. Bitte versuchen Sie es später noch einmal.',
    en: 'An error occurred in the portal. Nothing was saved. Please try again later.',
  },
};
