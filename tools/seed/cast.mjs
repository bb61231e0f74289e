/** Where each of the 33 cases stands on 2 March 2026; everyone not named has the first instalment of 2026 paid. */
const TARGETS = {
  'OF-K': 'REQUEST_SUBMITTED',
  MTK: 'REQUEST_CHECKED',
  LM: 'ORDERED',
  FB: 'EXPORTED',
  ERB: 'BANK_PROPOSED',
  VB: 'REJECTED',
  KS: 'DISPATCHED',
  'MR-K': 'SIGNED',
  KB: 'NOTICE_DRAFT',
  HU: 'IN_COSIGN',
  GI: 'BUDGET_CONFIRMED',
  'FD-K': 'REVIEWED',
  DA: 'UNDER_REVIEW',
  HEF: 'INFO_REQUESTED',
  OF: 'SUBMITTED',
  RUE: 'READY_TO_SIGN',
  WZ: 'DRAFT',
};

/** Cases of the second wave apply in 2026, all others in autumn 2025. */
const SECOND_WAVE = new Set([
  'DISPATCHED',
  'SIGNED',
  'NOTICE_DRAFT',
  'IN_COSIGN',
  'BUDGET_CONFIRMED',
  'REVIEWED',
  'UNDER_REVIEW',
  'INFO_REQUESTED',
  'SUBMITTED',
  'READY_TO_SIGN',
  'DRAFT',
]);

const FOCUS = [
  'Arbeitsmarktintegration',
  'Öffnung der Verwaltung',
  'Willkommenskultur im Ehrenamt',
  'Bildungswege für Familien',
  'Vielfalt in den Quartieren',
];

/** @returns the cast: one entry for each applicant with its people, its target and its figures. */
export function castOf(applicants) {
  return applicants.map((applicant, index) => {
    const target = TARGETS[applicant.code] ?? 'PAID';
    const host = `${applicant.code.toLowerCase()}.wir.example`;
    return {
      applicant,
      target,
      wave: SECOND_WAVE.has(target) ? 2 : 1,
      editor: `antrag@${host}`,
      signatory: `zeichnung@${host}`,
      caseWorker: index % 2 === 0 ? 'sachbearbeitung@wir.example' : 'sachbearbeitung2@wir.example',
      focus: FOCUS[index % FOCUS.length],
      postCostCents: 7_240_000 + 35_000 * (index % 9),
      iban: demoIban(index),
    };
  });
}

/** A formally valid German IBAN with the demo bank code 50050000 (check digits by ISO 7064 mod 97). */
function demoIban(index) {
  const basicNumber = `50050000${String(4_200_000_000 + index * 7_919).padStart(10, '0')}`;
  const check = 98n - (BigInt(`${basicNumber}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${basicNumber}`;
}
