/** The demo's people who take part: two of each role of the authority where there are two, and of three municipalities. */
const STAFF = [
  'pruefung@wir.example',
  'admin@wir.example',
  'sachbearbeitung@wir.example',
  'sachbearbeitung2@wir.example',
  'leitung@wir.example',
  'leitung2@wir.example',
  'haushalt@wir.example',
  'haushalt2@wir.example',
  'anordnung@wir.example',
  'anordnung2@wir.example',
  'presse@wir.example',
];
const MUNICIPALITIES = ['wi', 'wz', 'ks', 'da'];

/** @returns {string[]} */
export function emailsOf() {
  return [
    ...STAFF,
    ...MUNICIPALITIES.flatMap((code) => [`antrag@${code}.wir.example`, `zeichnung@${code}.wir.example`]),
  ];
}
