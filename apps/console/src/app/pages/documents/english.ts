import type { DocumentTexts } from './document-text';

const CONTACT = 'barrierefreiheit@wir.example';

export const DOCUMENT_TEXTS: DocumentTexts = {
  accessibility: {
    title: 'Accessibility statement',
    lead: 'This statement applies to the WIR funding portal, for municipalities and for the ministry.',
    sections: [
      {
        heading: 'Legal basis',
        paragraphs: [
          'Section 14 of the Hessian act on equality of people with disabilities (HessBGG) and the Hessian regulation on accessible information technology (HVBIT).',
          'The measure is EN 301 549 with the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.',
        ],
      },
      {
        heading: 'Status',
        paragraphs: [
          'The portal conforms in part. The assessment is our own, by automatic checks and by walking through with the keyboard.',
        ],
      },
      {
        heading: 'What is not accessible yet',
        paragraphs: [],
        list: [
          'There is no video in German Sign Language yet.',
          'Files uploaded by municipalities may contain barriers. You may ask for the content in another form.',
          'A review by people who use screen readers is still to come.',
        ],
      },
      { heading: 'Date', paragraphs: ['This statement was made in November 2026 and is reviewed every year.'] },
      {
        heading: 'Report a barrier',
        paragraphs: ['Did you meet a barrier? Write to us. You need not give your name.'],
        links: [{ label: 'Report a barrier', href: '/barriere-melden' }],
      },
      {
        heading: 'Enforcement',
        paragraphs: [
          'If you have no satisfying answer after six weeks you may turn to the enforcement and monitoring body of the State of Hesse at the Regierungspräsidium Gießen. This is free of charge.',
        ],
      },
    ],
  },
  report: {
    title: 'Report a barrier',
    lead: 'Tell us what you cannot read, hear or operate. We answer within six weeks.',
    sections: [
      {
        heading: 'What helps us',
        paragraphs: [],
        list: [
          'Which page were you on?',
          'What did you want to do, and what did not work?',
          'Which assistive technology do you use? This is optional.',
        ],
      },
      {
        heading: 'How to reach us',
        paragraphs: ['You need no account and need not give a name.'],
        links: [
          {
            label: `E-mail to ${CONTACT}`,
            href: `mailto:${CONTACT}?subject=Barrier%20in%20the%20WIR%20funding%20portal`,
          },
        ],
      },
    ],
  },
  easy: {
    title: 'Easy language',
    sections: [
      {
        heading: 'What is this?',
        paragraphs: [
          'This is a website of the State of Hesse in Germany.',
          'Cities and districts can ask for money here.',
          'The money is for diversity. Everybody should be able to take part.',
        ],
      },
      {
        heading: 'What can you do here?',
        paragraphs: [],
        list: [
          'A city writes an application.',
          'The ministry checks it.',
          'The ministry writes a letter with its decision.',
          'Then the city gets the money.',
        ],
      },
      {
        heading: 'Does something not work?',
        paragraphs: ['Please write to us.'],
        links: [{ label: 'Report a barrier', href: '/barriere-melden' }],
      },
    ],
  },
  sign: {
    title: 'Sign language',
    sections: [
      {
        paragraphs: [
          'A video in German Sign Language is in preparation. Until then you may write to us or use an interpreting service of your choice.',
        ],
        links: [{ label: `E-mail to ${CONTACT}`, href: `mailto:${CONTACT}` }],
      },
    ],
  },
  imprint: {
    title: 'Imprint',
    sections: [
      {
        heading: 'Provider',
        paragraphs: [
          'This portal is run by the ministry responsible for integration of the State of Hesse. The operating body enters address, representation and VAT number here before release.',
        ],
      },
      {
        heading: 'Demonstration',
        paragraphs: [
          'In demo mode all persons, cases and amounts are invented. The notices shown give rise to no rights.',
        ],
      },
      {
        heading: 'Software',
        paragraphs: [
          'The portal is free software under the European Union Public Licence 1.2. Design follows the KERN UX standard; the typeface is Fira Sans (SIL Open Font License).',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    lead: 'Which data the portal processes, what for, and how long.',
    sections: [
      {
        heading: 'Purpose and legal basis',
        paragraphs: [
          'The portal processes data to grant, pay out and check grants under section 44 of the state budget code (Article 6(1)(e) GDPR, section 3 HDSIG).',
        ],
      },
      {
        heading: 'Which data',
        paragraphs: [],
        list: [
          'Name, office e-mail address and role of the people who work here',
          'Contact persons, bank details and contents of the applications of the municipalities',
          'A log of who changed what and when, which cannot be altered',
        ],
      },
      {
        heading: 'Cookies',
        paragraphs: [
          'The portal sets only cookies needed for signing in. Nothing is embedded from other servers. Language, appearance and unsaved input stay on your device.',
        ],
      },
      {
        heading: 'Duration',
        paragraphs: [
          'Files are kept for the periods set by the state and are then deleted or offered to the state archive.',
        ],
      },
      {
        heading: 'Your rights',
        paragraphs: [
          'You have the right of access, rectification and restriction, and to complain to the Hessian Commissioner for Data Protection and Freedom of Information.',
        ],
      },
    ],
  },
  help: {
    title: 'Help',
    lead: 'The way of an application, and how to use the portal.',
    sections: [
      {
        heading: 'From the application to the money',
        paragraphs: [],
        list: [
          'The municipality fills in the application, attaches the concept and passes it on for signature.',
          'The authorised signatory submits it.',
          'The ministry checks, recommends, confirms the funds and decides. Nobody takes two of these steps alone.',
          'The notice is signed and served. The municipality may waive its remedies; otherwise the notice becomes final after one month.',
          'The municipality requests the instalment of the year. The ministry checks, orders and pays.',
        ],
      },
      {
        heading: 'Nothing is lost',
        paragraphs: [
          'What you enter is saved one second after typing. If the connection fails it stays on your device and is saved later.',
          'If two people work on the same case the portal shows both versions. Your text is kept.',
        ],
      },
      {
        heading: 'Amounts and dates',
        paragraphs: [],
        list: [
          'Amounts: 1234,5 or 1.234,50 or 1 234,50 €. Cents follow a comma.',
          'Dates: 03.10.2026. Weekends and holidays are named beside the field.',
        ],
      },
      {
        heading: 'With the keyboard',
        paragraphs: [],
        list: [
          'Tab and Shift+Tab go from field to field. The first Tab on each page offers "Skip to content".',
          'In lists, Enter on a column head sorts. Delete on a filter removes it.',
          'Escape closes menus and dialogs. Focus returns to where you were.',
        ],
      },
    ],
  },
};
