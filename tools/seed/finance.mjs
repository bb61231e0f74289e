import { STAFF } from './acts.mjs';

const SECOND_OFFICER = 'haushalt2@wir.example';
const SECOND_ORDERER = 'anordnung2@wir.example';
const WORKER = 'sachbearbeitung@wir.example';
const MILLION_CENTS = 100_000_000;

/** Haushaltsverfügungen: a lock that is booked, a carry-over that was refused and a re-phasing that waits for release. */
export async function moveBudget(client) {
  const lock = await propose(client, STAFF.budget, 'LOCK', {
    reason: 'Globale Minderausgabe: 5 % des Ansatzes 2027 bleiben bis zur Steuerschätzung gesperrt (§ 41 LHO).',
    documentReference: 'Haushaltsführungserlass 2026, Nr. 4',
    lines: [{ kind: 'LOCK', year: 2027, amountCents: 0.22 * MILLION_CENTS }],
  });
  await client.post(STAFF.head, `/budget-acts/${lock.id}/application`, {});
  const carried = await propose(client, SECOND_OFFICER, 'CARRY_OVER', {
    reason: 'Nicht abgerufene Mittel 2026 werden 2027 gebraucht.',
    documentReference: 'Vermerk vom 16.02.2026',
    consentReference: 'beantragt am 13.02.2026',
    carryOverEndsOn: '2028-12-31',
    lines: bothSides('CARRY', 2026, 2027, 0.08 * MILLION_CENTS),
  });
  await client.post(STAFF.head, `/budget-acts/${carried.id}/rejection`, {
    note: 'Der Ausgaberest steht erst mit dem Kassenschluss 2026 fest, die Zustimmung liegt noch nicht vor.',
  });
  await propose(client, STAFF.budget, 'REPHASE', {
    reason: 'Fünf Zentren beginnen später; ihre Mittel werden 2028 statt 2027 gebraucht.',
    documentReference: 'Nachtragshaushalt 2026, Einzelplan 08',
    lines: bothSides('REPHASE', 2027, 2028, 0.15 * MILLION_CENTS),
  });
}

/** Payouts that wait: one case with an overdue proof, one whose block was lifted, and the limit of an orderer. */
export async function holdPayouts(client, { overdue, clarified }) {
  await client.post(WORKER, '/payment-blocks', {
    awardId: overdue.awardId,
    reasonCode: 'PROOF_OVERDUE',
    reason: 'Der Verwendungsnachweis 2025 war am 31.01.2026 fällig und liegt nicht vor.',
    endsOn: '2026-04-30',
  });
  const block = await client.post(WORKER, '/payment-blocks', {
    awardId: clarified.awardId,
    reasonCode: 'VACANCY_CLARIFICATION',
    reason: 'Ob die zweite Stelle besetzt ist, war aus dem Zwischenbericht nicht zu erkennen.',
  });
  await client.post(STAFF.head, `/payment-blocks/${block.id}/lifting`, { reason: 'Arbeitsvertrag liegt vor.' });
  const { id } = await client.get(SECOND_ORDERER, '/me');
  await client.post(STAFF.head, '/order-limits', {
    accountId: id,
    maxCents: 0.1 * MILLION_CENTS,
    validFrom: '2026-01-01',
    reason: 'Anordnungsbefugnis nach der Geschäftsordnung.',
  });
}

/** Fixed instalments instead of requests, and a post that stands empty. */
export async function scheduleInstalments(client, one) {
  const path = `/awards/${one.awardId}/instalments`;
  const [award, { proposal }] = await Promise.all([
    client.get(WORKER, `/awards/${one.awardId}`),
    client.get(WORKER, path),
  ]);
  await client.call(WORKER, 'PUT', path, { instalments: proposal }, { version: award.version });
  await client.post(one.editor, `/awards/${one.awardId}/vacancies`, {
    year: 2027,
    component: 'COORDINATOR_POST',
    fte: 0.5,
    months: 3,
    reason: 'Elternzeit, Vertretung ab April.',
  });
}

/** Planspiele: a draft, and one that waits for a second person. */
export async function tryScenarios(client) {
  await client.post(STAFF.budget, '/budget-scenarios', {
    name: 'Tarifrunde 2027',
    note: 'Was 3 % mehr Personalkosten ab 2027 binden würden.',
    measures: [{ kind: 'TARIFF_RISE', fromYear: 2027, basisPoints: 300, personnelShareBasisPoints: 9000 }],
  });
  const cut = await client.post(STAFF.budget, '/budget-scenarios', {
    name: 'Kürzung 2029 um 5 %',
    note: 'Vorgabe für die Aufstellung der mittelfristigen Planung.',
    measures: [{ kind: 'CUT', year: 2029, basisPoints: 500 }],
  });
  await client.post(STAFF.budget, `/budget-scenarios/${cut.id}/proposal`, {
    reason: 'Eckwertebeschluss des Kabinetts.',
    documentReference: 'Kabinettsvorlage 7/2026',
  });
}

/** The cash office answers with a wrong amount and with an order nobody knows; one of the two is being looked into. */
export async function returnWithDiscrepancies(client, exported) {
  const rows = [
    `${exported.orderNumber};PAID;5900000;2026-02-24;HCC-26-100101;`,
    'WIR-2026-A-09999;PAID;1250000;2026-02-24;HCC-26-100102;',
  ];
  await client.upload(STAFF.budget, '/payment-returns', {
    bytes: Buffer.from(`order_number;status;amount_cents;value_date;document_number;reason\n${rows.join('\n')}\n`),
    fileName: 'ruecklauf-2026-02-24.csv',
    mediaType: 'text/csv',
  });
  const { items } = await client.get(SECOND_OFFICER, '/payment-discrepancies?kind=UNKNOWN_ORDER');
  await client.post(SECOND_OFFICER, `/payment-discrepancies/${items[0].id}/assignment`, {});
}

const propose = (client, officer, kind, body) => client.post(officer, '/budget-acts', { kind, ...body });

const bothSides = (kind, from, into, amountCents) => [
  { kind: `${kind}_OUT`, year: from, amountCents },
  { kind: `${kind}_IN`, year: into, amountCents },
];
