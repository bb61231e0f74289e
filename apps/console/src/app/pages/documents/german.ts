import type { DocumentTexts } from './document-text';

const CONTACT = 'barrierefreiheit@wir.example';

export const DOCUMENT_TEXTS: DocumentTexts = {
  accessibility: {
    title: 'Erklärung zur Barrierefreiheit',
    lead: 'Diese Erklärung gilt für das WIR-Förderportal, den Bereich der Kommunen und den Bereich des Ministeriums.',
    sections: [
      {
        heading: 'Rechtsgrundlage',
        paragraphs: [
          'Grundlage sind § 14 des Hessischen Behinderten-Gleichstellungsgesetzes (HessBGG) und die Hessische Verordnung über barrierefreie Informationstechnik (HVBIT).',
          'Maßstab ist die Norm EN 301 549 mit den Web Content Accessibility Guidelines (WCAG) 2.2, Stufe AA.',
        ],
      },
      {
        heading: 'Stand der Vereinbarkeit',
        paragraphs: [
          'Das Portal ist teilweise mit den Anforderungen vereinbar. Die Bewertung ist eine Selbstbewertung mit automatischen Prüfungen und Durchgängen mit der Tastatur.',
        ],
      },
      {
        heading: 'Was noch nicht barrierefrei ist',
        paragraphs: [],
        list: [
          'Ein Video in Deutscher Gebärdensprache gibt es noch nicht.',
          'Anlagen, die Kommunen hochladen, können Barrieren enthalten. Auf Wunsch erhalten Sie den Inhalt in anderer Form.',
          'Eine Prüfung durch Menschen mit Screenreader steht noch aus.',
        ],
      },
      {
        heading: 'Erstellung dieser Erklärung',
        paragraphs: ['Diese Erklärung wurde im November 2026 erstellt. Sie wird jedes Jahr geprüft.'],
      },
      {
        heading: 'Barriere melden',
        paragraphs: ['Sind Ihnen Barrieren aufgefallen? Schreiben Sie uns. Ihren Namen müssen Sie nicht nennen.'],
        links: [{ label: 'Barriere melden', href: '/barriere-melden' }],
      },
      {
        heading: 'Durchsetzungsverfahren',
        paragraphs: [
          'Haben Sie nach sechs Wochen keine oder keine befriedigende Antwort, können Sie sich an die Durchsetzungs- und Überwachungsstelle des Landes Hessen wenden. Sie ist beim Regierungspräsidium Gießen eingerichtet. Das Verfahren ist kostenlos.',
        ],
      },
    ],
  },
  report: {
    title: 'Barriere melden',
    lead: 'Sagen Sie uns, was Sie nicht lesen, hören oder bedienen können. Wir antworten innerhalb von sechs Wochen.',
    sections: [
      {
        heading: 'Das hilft uns',
        paragraphs: [],
        list: [
          'Auf welcher Seite waren Sie?',
          'Was wollten Sie tun, und was ging nicht?',
          'Welche Hilfsmittel nutzen Sie? Diese Angabe ist freiwillig.',
        ],
      },
      {
        heading: 'So erreichen Sie uns',
        paragraphs: ['Sie brauchen kein Konto und müssen keinen Namen nennen.'],
        links: [
          { label: `E-Mail an ${CONTACT}`, href: `mailto:${CONTACT}?subject=Barriere%20im%20WIR-F%C3%B6rderportal` },
        ],
      },
    ],
  },
  easy: {
    title: 'Leichte Sprache',
    sections: [
      {
        heading: 'Was ist das hier?',
        paragraphs: [
          'Das hier ist eine Internet-Seite vom Land Hessen.',
          'Die Seite heißt: WIR-Förderportal.',
          'Städte und Land-Kreise können hier Geld beantragen.',
          'Das Geld ist für Vielfalt und Teilhabe.',
          'Teilhabe heißt: Alle können mitmachen.',
        ],
      },
      {
        heading: 'Was kann man hier machen?',
        paragraphs: [],
        list: [
          'Eine Stadt schreibt einen Antrag.',
          'Das Ministerium prüft den Antrag.',
          'Das Ministerium schreibt einen Brief. Der Brief heißt: Bescheid.',
          'Dann bekommt die Stadt das Geld.',
        ],
      },
      {
        heading: 'Wie kommt man hinein?',
        paragraphs: ['Man braucht eine E-Mail-Adresse und ein Pass-Wort.', 'Das Ministerium gibt die Zugänge aus.'],
      },
      {
        heading: 'Funktioniert etwas nicht?',
        paragraphs: ['Dann schreiben Sie uns bitte.', 'Unten auf jeder Seite steht: Barriere melden.'],
        links: [{ label: 'Barriere melden', href: '/barriere-melden' }],
      },
    ],
  },
  sign: {
    title: 'Deutsche Gebärdensprache',
    sections: [
      {
        paragraphs: [
          'Ein Video in Deutscher Gebärdensprache ist in Arbeit. Es wird den Inhalt des Portals, die Bedienung und die Erklärung zur Barrierefreiheit vorstellen.',
          'Bis dahin können Sie sich über das Telefonvermittlungs- oder ein Gebärdensprach-Dolmetscherangebot Ihrer Wahl oder schriftlich an uns wenden.',
        ],
        links: [{ label: `E-Mail an ${CONTACT}`, href: `mailto:${CONTACT}` }],
      },
    ],
  },
  imprint: {
    title: 'Impressum',
    sections: [
      {
        heading: 'Anbieter',
        paragraphs: [
          'Betreiber dieses Portals ist das für Integration zuständige Ministerium des Landes Hessen. Anschrift, Vertretung und Umsatzsteuer-Identifikationsnummer trägt die betreibende Stelle vor der Freigabe hier ein.',
        ],
      },
      {
        heading: 'Demonstration',
        paragraphs: [
          'Im Demo-Betrieb sind alle Personen, Vorgänge und Beträge erfunden. Aus den angezeigten Bescheiden entstehen keine Rechte.',
        ],
      },
      {
        heading: 'Software',
        paragraphs: [
          'Das Portal ist freie Software unter der European Union Public Licence 1.2. Gestaltung nach dem KERN UX-Standard, Schrift Fira Sans (SIL Open Font License).',
        ],
      },
    ],
  },
  privacy: {
    title: 'Datenschutz',
    lead: 'Welche Daten das Portal verarbeitet, wozu, und wie lange.',
    sections: [
      {
        heading: 'Zweck und Rechtsgrundlage',
        paragraphs: [
          'Das Portal verarbeitet Daten, um Zuwendungen nach § 44 der Landeshaushaltsordnung zu bewilligen, auszuzahlen und zu prüfen (Artikel 6 Absatz 1 Buchstabe e DSGVO, § 3 HDSIG).',
        ],
      },
      {
        heading: 'Welche Daten',
        paragraphs: [],
        list: [
          'Name, dienstliche E-Mail-Adresse und Rolle der Personen, die hier arbeiten',
          'Ansprechpersonen, Bankverbindung und Inhalte der Anträge der Kommunen',
          'ein Protokoll, wer wann was geändert hat; es kann nicht verändert werden',
        ],
      },
      {
        heading: 'Cookies',
        paragraphs: [
          'Das Portal setzt nur Cookies, die für die Anmeldung nötig sind. Es bindet nichts von fremden Servern ein. Sprache, Darstellung und noch nicht gespeicherte Eingaben bleiben auf Ihrem Gerät.',
        ],
      },
      {
        heading: 'Dauer',
        paragraphs: [
          'Die Akten werden nach den Fristen des Landes aufbewahrt und danach gelöscht oder dem Landesarchiv angeboten.',
        ],
      },
      {
        heading: 'Ihre Rechte',
        paragraphs: [
          'Sie haben das Recht auf Auskunft, Berichtigung, Einschränkung und Beschwerde beim Hessischen Beauftragten für Datenschutz und Informationsfreiheit.',
        ],
      },
    ],
  },
  help: {
    title: 'Hilfe',
    lead: 'Der Weg eines Antrags, und wie Sie das Portal bedienen.',
    sections: [
      {
        heading: 'Der Weg vom Antrag zum Geld',
        paragraphs: [],
        list: [
          'Die Kommune füllt den Antrag aus, fügt die Konzeption an und gibt ihn zur Zeichnung.',
          'Die zeichnungsberechtigte Person reicht ein.',
          'Das Ministerium prüft, schlägt vor, bestätigt die Mittel und entscheidet. Niemand tut zwei dieser Schritte allein.',
          'Der Bescheid wird gezeichnet und bekannt gegeben. Die Kommune kann auf Rechtsmittel verzichten; sonst wird er nach einem Monat bestandskräftig.',
          'Die Kommune fordert die Rate des Jahres an. Das Ministerium prüft, ordnet an und zahlt aus.',
        ],
      },
      {
        heading: 'Nichts geht verloren',
        paragraphs: [
          'Eingaben werden eine Sekunde nach dem Tippen gespeichert. Fällt die Verbindung aus, bleiben sie auf Ihrem Gerät und werden später gespeichert.',
          'Arbeiten zwei Personen am selben Vorgang, zeigt das Portal beide Fassungen. Ihr Text bleibt erhalten.',
        ],
      },
      {
        heading: 'Beträge und Daten eingeben',
        paragraphs: [],
        list: [
          'Beträge: 1234,5 oder 1.234,50 oder 1 234,50 €. Cent stehen nach einem Komma.',
          'Daten: 03.10.2026. Fällt ein Tag auf ein Wochenende oder einen Feiertag, steht das daneben.',
        ],
      },
      {
        heading: 'Mit der Tastatur',
        paragraphs: [],
        list: [
          'Tab und Umschalt+Tab gehen von Feld zu Feld. Der erste Tab auf jeder Seite bietet »Zum Inhalt springen« an.',
          'In Listen sortiert Enter auf einer Spaltenüberschrift. Entf auf einem Filter nimmt ihn weg.',
          'Escape schließt Menüs und Dialoge. Der Fokus kehrt dorthin zurück, wo Sie waren.',
        ],
      },
    ],
  },
};
