import type { DocumentCode } from '../error-codes';
import type { ErrorText } from '../error-text';

export const DOCUMENT_TEXTS: Readonly<Record<DocumentCode, ErrorText>> = {
  'document.empty': { de: 'Die Datei ist leer.', en: 'The file is empty.' },
  'document.too-large': {
    de: 'Die Datei ist zu groß (höchstens 25 MB).',
    en: 'The file is too large (25 MB at most).',
  },
  'document.type-not-allowed': {
    de: 'Dieses Dateiformat wird nicht angenommen. Möglich sind PDF, PNG, JPEG, DOCX, XLSX und ODT.',
    en: 'This file format is not accepted. Possible are PDF, PNG, JPEG, DOCX, XLSX and ODT.',
  },
  'document.not-found': { de: 'Diese Datei gibt es nicht.', en: 'This file does not exist.' },
  'document.corrupted': {
    de: 'Die gespeicherte Datei ist beschädigt. Bitte verständigen Sie die Administration.',
    en: 'The stored file is damaged. Please notify the administration.',
  },
  'document.storage-full': {
    de: 'Der Speicherplatz ist erschöpft. Bitte verständigen Sie die Administration.',
    en: 'The storage is full. Please notify the administration.',
  },
  'document.court-unknown': {
    de: 'Das zuständige Verwaltungsgericht ist nicht hinterlegt.',
    en: 'The competent administrative court is not on record.',
  },
  'document.plan-exceeded': {
    de: 'Der Bescheid überschreitet den Finanzierungsplan.',
    en: 'The notice exceeds the financing plan.',
  },
  'document.reasons-missing': { de: 'Die Begründung fehlt.', en: 'The reasons are missing.' },
  'document.years-missing': {
    de: 'Die Beträge der Haushaltsjahre fehlen.',
    en: 'The amounts of the budget years are missing.',
  },
  'deadline.retrieved-before-provision': {
    de: 'Der Abruf liegt vor der Bereitstellung.',
    en: 'The retrieval lies before the provision.',
  },
  'fiscal-year.invalid': {
    de: 'Das ist kein Haushaltsjahr des Programms.',
    en: 'This is no budget year of the programme.',
  },
  'parameter.not-in-force': {
    de: 'Für diesen Tag ist kein Rechtsparameter hinterlegt.',
    en: 'No legal parameter is on record for this day.',
  },
};
