import { fillText } from './fill-text';

export type ProblemDetails = Readonly<Record<string, unknown>>;
export type ProblemText = string | ((details: ProblemDetails) => string);

const TITLES: Readonly<Record<number, string>> = {
  400: 'Eingabe nicht gültig',
  401: 'Nicht angemeldet',
  403: 'Nicht erlaubt',
  404: 'Nicht gefunden',
  405: 'Methode nicht vorgesehen',
  408: 'Zu langsam',
  409: 'Vorgang steht dem entgegen',
  412: 'Inzwischen geändert',
  413: 'Zu groß',
  415: 'Format nicht vorgesehen',
  422: 'Nicht annehmbar',
  423: 'Gesperrt',
  428: 'Angabe fehlt',
  429: 'Zu viele Versuche',
  431: 'Kopfzeilen zu groß',
  503: 'Zurzeit nicht möglich',
  507: 'Speicher voll',
};

const FALLBACKS: Readonly<Record<number, string>> = {
  400: 'Die Angaben sind nicht gültig. Bitte prüfen Sie die Eingabe.',
  401: 'Bitte melden Sie sich an.',
  403: 'Dazu sind Sie nicht berechtigt.',
  404: 'Das gibt es nicht oder es ist Ihnen nicht zugeordnet.',
  409: 'Der jetzige Stand lässt das nicht zu.',
  412: 'Der Stand hat sich inzwischen geändert. Bitte laden Sie neu.',
  422: 'Die Angaben sind verständlich, aber so nicht annehmbar.',
  423: 'Das ist gesperrt.',
  503: 'Das ist im Augenblick nicht möglich. Bitte versuchen Sie es gleich noch einmal.',
};

const texts = new Map<string, ProblemText>(
  Object.entries({
    'auth.not-signed-in': 'Bitte melden Sie sich an.',
    'auth.forbidden': 'Dazu sind Sie nicht berechtigt.',
    'auth.cross-site': 'Die Anfrage kam nicht von dieser Anwendung. Bitte laden Sie die Seite neu.',
    'platform.route-not-found': 'Diese Adresse gibt es nicht.',
    'platform.method-not-allowed': 'Diese Adresse kennt diese Methode nicht.',
    'platform.version-stale':
      'Der Stand hat sich inzwischen geändert. Bitte laden Sie neu und prüfen Sie Ihre Änderung.',
    'platform.if-match-missing': 'Es fehlt die Angabe, auf welchem Stand die Änderung beruht (If-Match).',
    'platform.busy':
      'Der Vorgang wird gerade von anderer Stelle bearbeitet. Bitte versuchen Sie es gleich noch einmal.',
    'platform.timeout':
      'Die Bearbeitung hat zu lange gedauert und wurde abgebrochen. Bitte versuchen Sie es noch einmal.',
    'platform.database-unavailable':
      'Die Datenbank ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
    'platform.not-ready': 'Das Portal nimmt gerade keine Anfragen an. Bitte versuchen Sie es gleich noch einmal.',
    'platform.storage-full': 'Der Speicherplatz ist erschöpft. Bitte verständigen Sie die Administration.',
    'platform.conflict': 'Der jetzige Stand lässt das nicht zu.',
    'platform.unexpected':
      'Es ist ein unerwarteter Fehler aufgetreten. Bitte nennen Sie der Administration die Vorgangskennung.',
    'idempotency.key-missing': 'Es fehlt der Schlüssel, der doppelte Ausführung verhindert (Idempotency-Key).',
    'idempotency.key-invalid': 'Der Idempotency-Key muss eine UUID sein.',
    'idempotency.key-reused': 'Dieser Idempotency-Key wurde schon mit anderem Inhalt verwendet.',
    'idempotency.in-progress': 'Dieselbe Anweisung wird gerade ausgeführt. Bitte warten Sie einen Augenblick.',
    'input.invalid': 'Die Angaben sind nicht gültig. Bitte prüfen Sie die genannten Felder.',
    'input.too-large': 'Die gesendeten Daten sind zu groß.',
    'input.headers-too-large': 'Die Kopfzeilen der Anfrage sind zu groß oder zu viele.',
    'input.too-slow': 'Die Anfrage kam nicht in der vorgesehenen Zeit an.',
    'platform.too-many-reports': 'Es sind zu viele Meldungen in kurzer Zeit eingegangen.',
    'input.file-too-large': 'Die Datei ist zu groß (höchstens 25 MB).',
    'input.file-missing': 'Es wurde keine Datei gesendet.',
    'input.media-type': 'Dieses Format wird hier nicht angenommen.',
    'input.not-utf8': 'Die gesendeten Daten sind kein gültiges UTF-8.',
    'input.not-json': 'Die gesendeten Daten sind kein gültiges JSON.',
    'input.malformed-request': 'Die Anfrage ist nicht wohlgeformt.',
    'input.if-match-invalid': 'If-Match muss die Fassung als Zahl in Anführungszeichen nennen.',
    'input.not-a-uuid': 'Die Kennung in der Adresse ist keine UUID.',
  }),
);

/** German sentences by code, `{name}` standing for a detail, added by each domain when its module file is loaded. */
export function registerProblemTexts(added: Readonly<Record<string, ProblemText>>): void {
  for (const [code, text] of Object.entries(added)) texts.set(code, text);
}

export function problemText(code: string, status: number, details: ProblemDetails): string {
  const text = texts.get(code);
  if (typeof text === 'function') return text(details);
  if (text !== undefined) return fillText(text, details);
  return FALLBACKS[status] ?? 'Die Anfrage konnte nicht bearbeitet werden.';
}

export function problemTitle(status: number): string {
  return TITLES[status] ?? (status >= 500 ? 'Unerwarteter Fehler' : 'Anfrage abgelehnt');
}

export function hasProblemText(code: string): boolean {
  return texts.has(code);
}
