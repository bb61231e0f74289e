import { conceptPdf } from './concept-pdf.mjs';

const YEARS = [2026, 2027, 2028, 2029, 2030];
const TRANCHE_CENTS = 12_000_000;
const INSTALMENT_CENTS = 6_000_000;
export const STAFF = { head: 'leitung@wir.example', budget: 'haushalt@wir.example', orderer: 'anordnung@wir.example' };

/** The acts of the main flow (api.md), each through the public routes. Every function takes the client and one case of the cast. */
export async function apply(client, one) {
  const created = await client.post(one.editor, '/applications', {
    callCode: 'WIR-2026',
    moduleCode: 'DIVERSITY_CENTRE',
  });
  one.applicationId = created.id;
  const path = `/applications/${created.id}`;
  const described = await client.call(one.editor, 'PATCH', path, description(one), { version: created.version });
  await client.call(
    one.editor,
    'PUT',
    `${path}/financing-plan`,
    { years: YEARS.map((year) => planYear(one, year)) },
    { version: described.version },
  );
  await client.upload(one.editor, `${path}/attachments`, concept(one), { kind: 'CONCEPT' });
}

export async function startDraft(client, one) {
  const created = await client.post(one.editor, '/applications', {
    callCode: 'WIR-2026',
    moduleCode: 'DIVERSITY_CENTRE',
  });
  one.applicationId = created.id;
  const { declarations: _left, purpose: _open, ...begun } = description(one);
  await client.call(one.editor, 'PATCH', `/applications/${created.id}`, begun, { version: created.version });
}

export const requestSignature = (client, one) =>
  client.post(one.editor, `/applications/${one.applicationId}/signature-request`);
export const submit = (client, one) => client.post(one.signatory, `/applications/${one.applicationId}/submission`);
export const confirmCompleteness = (client, one) =>
  client.post(one.caseWorker, `/applications/${one.applicationId}/completeness`);

export function requestInformation(client, one) {
  return client.post(one.caseWorker, `/applications/${one.applicationId}/information-requests`, {
    items: [
      {
        field: 'attachments',
        reason: 'OUTDATED',
        text: 'Das Konzept beschreibt die Jahre 2021 bis 2025. Bitte die Fassung für 2026 bis 2030 nachreichen.',
      },
      {
        field: 'years[0].expenses',
        reason: 'INCORRECT',
        text: 'Bitte die Eingruppierung der zweiten Koordinationsstelle ergänzen.',
      },
    ],
    dueDate: '2026-03-23',
  });
}

/** Answers the checks; `limit` leaves the later ones open. */
export async function answerChecks(client, one, limit = Infinity) {
  const path = `/applications/${one.applicationId}/checks`;
  const { items } = await client.get(one.caseWorker, path);
  for (const check of items.slice(0, limit)) {
    const note = check.automatic?.text ?? 'Anhand des Antrags und des Konzepts geprüft.';
    await client.call(
      one.caseWorker,
      'PUT',
      `${path}/${check.code}`,
      { result: 'YES', note },
      { version: check.version },
    );
  }
}

export function recommend(client, one) {
  return client.post(one.caseWorker, `/applications/${one.applicationId}/recommendation`, {
    years: YEARS.map((year) => ({ year, proposedCents: TRANCHE_CENTS })),
    reasons:
      one.target === 'REJECTED'
        ? 'Die Stellen wurden bereits vor der Antragstellung besetzt; die formalen Voraussetzungen sind der Leitung zur Entscheidung vorgelegt.'
        : `Das Konzept ist schlüssig, der Schwerpunkt ${one.focus} entspricht der Förderrichtlinie. Zwei volle Koordinationsstellen sind angemessen.`,
  });
}

export const confirmBudget = (client, one) =>
  client.post(STAFF.budget, `/applications/${one.applicationId}/budget-confirmation`);

export async function decide(client, one) {
  const rejected = one.target === 'REJECTED';
  const decided = await client.post(STAFF.head, `/applications/${one.applicationId}/decision`, {
    outcome: rejected ? 'REJECTED' : 'APPROVED',
    reasons: rejected
      ? 'Mit der Maßnahme wurde vor der Bewilligung begonnen; eine Zustimmung zum vorzeitigen Maßnahmenbeginn lag nicht vor (VV Nr. 1.3 zu § 44 LHO).'
      : 'Der Empfehlung wird gefolgt. Das Landesinteresse ist dargelegt, die Gesamtfinanzierung gesichert.',
  });
  one.noticeId = decided.noticeId;
  one.awardId = decided.awardId;
}

export const cosign = (client, one) => client.post(one.caseWorker, `/notices/${one.noticeId}/cosigning`);

export async function sign(client, one) {
  const notice = await client.get(STAFF.head, `/notices/${one.noticeId}`);
  await client.post(STAFF.head, `/notices/${one.noticeId}/signature`, { documentSha256: notice.documentSha256 });
}

export const dispatch = (client, one, date) =>
  client.post(one.caseWorker, `/notices/${one.noticeId}/dispatch`, { channel: 'PORTAL', date });
export const retrieve = (client, one) => client.post(one.editor, `/notices/${one.noticeId}/retrieval`);
export const waiveAppeal = (client, one) => client.post(one.signatory, `/notices/${one.noticeId}/appeal-waiver`);

export async function declare(client, one) {
  const award = await client.get(one.signatory, `/awards/${one.awardId}`);
  const body = { iban: one.iban, accountHolder: one.applicant.officialName.slice(0, 70) };
  const declared = await client.call(one.signatory, 'PUT', `/awards/${one.awardId}/declaration`, body, {
    version: award.version,
  });
  one.bankAccountId = declared.bankAccount.id;
}

export const confirmBankAccount = (client, one) =>
  client.post(one.caseWorker, `/bank-accounts/${one.bankAccountId}/confirmation`);

export async function requestInstalment(client, one) {
  const created = await client.post(one.editor, `/awards/${one.awardId}/disbursement-requests`, {
    year: 2026,
    amountCents: INSTALMENT_CENTS,
    neededUntil: '2026-03-31',
  });
  one.requestId = created.id;
  await client.post(one.signatory, `/disbursement-requests/${created.id}/submission`);
}

export const checkInstalment = (client, one) =>
  client.post(one.caseWorker, `/disbursement-requests/${one.requestId}/check`, {
    factual: true,
    arithmetical: true,
    note: 'Stellen besetzt, Betrag innerhalb der Jahresrate.',
  });

export async function orderInstalment(client, one) {
  const ordered = await client.post(STAFF.orderer, `/disbursement-requests/${one.requestId}/order`);
  one.orderId = ordered.order.id;
  one.orderNumber = ordered.order.orderNumber;
}

/** A list that waits for the release by another person. */
export const freezeRun = (client, cases) =>
  client.post(STAFF.orderer, '/payment-runs', { orderIds: cases.map((one) => one.orderId), freezeOnly: true });

export async function exportRun(client, cases) {
  const { id } = await freezeRun(client, cases);
  return client.post(STAFF.budget, `/payment-runs/${id}/export`);
}

export function bookReturns(client, cases, valueDate) {
  const rows = cases.map(
    (one, index) => `${one.orderNumber};PAID;${INSTALMENT_CENTS};${valueDate};HCC-26-${String(100_017 + index)};`,
  );
  const bytes = Buffer.from(`order_number;status;amount_cents;value_date;document_number;reason\n${rows.join('\n')}\n`);
  return client.upload(STAFF.budget, '/payment-returns', {
    bytes,
    fileName: `ruecklauf-${valueDate}.csv`,
    mediaType: 'text/csv',
  });
}

export const openBudgetYear = (client, year) =>
  client.post(STAFF.budget, `/budget/${year}/state`, { state: 'OPEN', reason: `Haushaltsgesetz ${year} verkündet` });

function description(one) {
  return {
    title: `WIR-Vielfaltszentrum ${one.applicant.officialName}`.slice(0, 120),
    purpose: `Fortführung des kommunalen WIR-Vielfaltszentrums mit dem Schwerpunkt ${one.focus}. Zwei Koordinationskräfte begleiten die vielfaltsorientierte Öffnung der Verwaltung, vernetzen Vereine und Migrantenorganisationen und beraten die Fachämter.`,
    periodStart: '2026-01-01',
    periodEnd: '2030-12-31',
    contactName: 'Fachstelle Integration',
    contactEmail: one.editor,
    declarations: {
      noPrematureStart: true,
      totalFinancingSecured: true,
      noDoubleFunding: true,
      noInputTaxDeduction: true,
    },
  };
}

/** Two full posts; the municipality bears what lies above the cap of 60,000 € a post and year. Tariffs rise by about 2 % a year. */
function planYear(one, year) {
  const post = one.postCostCents + 145_000 * (year - 2026);
  return {
    year,
    expenses: ['Koordinationsstelle 1 (EG 11)', 'Koordinationsstelle 2 (EG 11)'].map((label) => ({
      component: 'COORDINATOR_POST',
      label,
      fte: 1,
      months: 12,
      amountCents: post,
    })),
    income: [{ kind: 'OWN', label: 'Eigenmittel der Kommune', amountCents: 2 * post - TRANCHE_CENTS }],
    requestedCents: TRANCHE_CENTS,
  };
}

function concept(one) {
  const title = `Konzept WIR-Vielfaltszentrum ${one.applicant.officialName}`;
  const lines = [
    `Schwerpunkt: ${one.focus}`,
    `Sitz: ${one.applicant.seatTown}`,
    'Zeitraum: 2026 bis 2030',
    'Ziele, Maßnahmen und Kennzahlen je Jahr sind mit dem Land vereinbart.',
  ];
  return {
    bytes: conceptPdf(title, lines),
    fileName: `konzept-${one.applicant.code.toLowerCase()}.pdf`,
    mediaType: 'application/pdf',
  };
}
