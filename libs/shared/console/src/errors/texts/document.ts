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
  'document.type-mismatch': {
    de: 'Der Name oder der angegebene Typ der Datei passt nicht zu ihrem Inhalt. Bitte prüfen Sie, ob Sie die richtige Datei gewählt haben.',
    en: 'The name or the stated type of the file does not match its content. Please check that you chose the right file.',
  },
  'document.encrypted': {
    de: 'Die Datei ist verschlüsselt. Bitte speichern Sie sie ohne Kennwort und ohne Berechtigungsschutz.',
    en: 'The file is encrypted. Please save it without password and without permission protection.',
  },
  'document.active-content': {
    de: 'Die Datei enthält aktive Inhalte (Skript, Makro, eingebettete Datei oder automatische Aktion). Bitte speichern Sie sie als einfache PDF-Datei.',
    en: 'The file contains active content (script, macro, embedded file or automatic action). Please save it as a plain PDF.',
  },
  'document.two-formats': {
    de: 'Die Datei enthält neben ihrem eigentlichen Inhalt weitere Daten eines anderen Formats. Bitte erzeugen Sie sie neu.',
    en: 'Besides its proper content, the file contains data of another format. Please create it anew.',
  },
  'document.archive-unsafe': {
    de: 'Die Datei ist unzulässig gepackt (zu groß, verschachtelt oder mit unzulässigen Namen). Bitte speichern Sie sie neu, am besten als PDF.',
    en: 'The file is packed in a way that is not allowed (too large, nested or with forbidden names). Please save it anew, preferably as PDF.',
  },
  'document.image-too-large': {
    de: 'Das Bild ist zu groß (höchstens 50 Megapixel). Bitte verkleinern Sie es.',
    en: 'The picture is too large (50 megapixels at most). Please make it smaller.',
  },
  'document.too-complex': {
    de: 'Die Datei ist zu umfangreich aufgebaut, um geprüft zu werden. Bitte speichern Sie sie neu, am besten als einfache PDF-Datei.',
    en: 'The file is too complex to be checked. Please save it anew, preferably as a plain PDF.',
  },
  'document.unreadable': {
    de: 'Die Datei ist beschädigt oder unvollständig. Bitte prüfen Sie, ob sie sich öffnen lässt.',
    en: 'The file is damaged or incomplete. Please check whether it can be opened.',
  },
  'document.malware': {
    de: 'Der Virenscanner hat die Datei beanstandet. Sie wurde nicht gespeichert.',
    en: 'The virus scanner objected to the file. It was not stored.',
  },
  'document.scanner-unavailable': {
    de: 'Die Datei kann zurzeit nicht auf Schadprogramme geprüft werden. Bitte versuchen Sie es später noch einmal.',
    en: 'The file cannot be scanned for malware at the moment. Please try again later.',
  },
  'document.inspection-unavailable': {
    de: 'Die Datei kann zurzeit nicht geprüft werden. Bitte versuchen Sie es später noch einmal.',
    en: 'The file cannot be checked at the moment. Please try again later.',
  },
  'document.inspection-busy': {
    de: 'Es werden gerade sehr viele Dateien geprüft. Bitte versuchen Sie es gleich noch einmal.',
    en: 'Very many files are being checked right now. Please try again shortly.',
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
