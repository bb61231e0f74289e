import type { PlatformCode } from '../error-codes';
import type { ErrorText } from '../error-text';

const RELOAD: ErrorText = {
  de: 'Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.',
  en: 'Please reload the page and try again.',
};

export const PLATFORM_TEXTS: Readonly<Record<PlatformCode, ErrorText>> = {
  'platform.version-stale': {
    de: 'Jemand anderes hat inzwischen gespeichert. Ihr Text ist noch da.',
    en: 'Somebody else has saved in the meantime. Your text is still here.',
  },
  'platform.if-match-missing': RELOAD,
  'platform.busy': {
    de: 'Der Vorgang wird gerade von anderer Stelle bearbeitet. Bitte versuchen Sie es gleich noch einmal.',
    en: 'The case is being worked on elsewhere at the moment. Please try again shortly.',
  },
  'platform.timeout': {
    de: 'Die Bearbeitung hat zu lange gedauert und wurde abgebrochen. Bitte versuchen Sie es noch einmal.',
    en: 'The request took too long and was stopped. Please try again.',
  },
  'platform.database-unavailable': {
    de: 'Die Datenbank ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
    en: 'The database cannot be reached at the moment. Please try again shortly.',
  },
  'platform.not-ready': {
    de: 'Das Portal nimmt gerade keine Anfragen an. Bitte versuchen Sie es gleich noch einmal.',
    en: 'The portal takes no requests at the moment. Please try again shortly.',
  },
  'platform.storage-full': {
    de: 'Der Speicherplatz ist erschöpft. Bitte verständigen Sie die Administration.',
    en: 'The storage is full. Please notify the administration.',
  },
  'platform.conflict': { de: 'Der jetzige Stand lässt das nicht zu.', en: 'The present state does not allow this.' },
  'platform.route-not-found': { de: 'Diese Adresse gibt es nicht.', en: 'This address does not exist.' },
  'platform.method-not-allowed': RELOAD,
  'platform.unexpected': {
    de: 'Im Portal ist ein Fehler aufgetreten. Es wurde nichts gespeichert. Bitte versuchen Sie es später noch einmal.',
    en: 'An error occurred in the portal. Nothing was saved. Please try again later.',
  },
  'idempotency.key-missing': RELOAD,
  'idempotency.key-invalid': RELOAD,
  'idempotency.key-reused': {
    de: 'Diese Eingabe wurde schon mit anderem Inhalt abgeschickt. Bitte laden Sie die Seite neu.',
    en: 'This entry was already sent with other content. Please reload the page.',
  },
  'idempotency.in-progress': {
    de: 'Dieselbe Anweisung wird gerade ausgeführt. Bitte warten Sie einen Augenblick.',
    en: 'The same instruction is being carried out. Please wait a moment.',
  },
};
