import { aConcept, aFinancingPlan, anApplicationPatch, aPlanYear, type PlanYearBody } from './builders';
import {
  accepted,
  moveClockTo,
  nudgeClock,
  post,
  today,
  versionOf,
  type Journey,
  type JourneySteps,
} from './journey-calls';
import { PERSONAS } from './personas';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Steps 1–15: from a draft to a notice that nobody can challenge any more. */
export const grantSteps: JourneySteps = {
  async DRAFT(journey) {
    const body = { callCode: 'WIR-2026', moduleCode: 'DIVERSITY_CENTRE' };
    const created = await post<Versioned & { caseNumber: string }>(journey, '/applications', body, journey.editor);
    journey.applicationId = created.id;
    journey.caseNumber = created.caseNumber;
  },

  async FILLED(journey) {
    const { client, options, editor: as } = journey;
    const path = `/applications/${journey.applicationId}`;
    const plan = aFinancingPlan(options.years.map((year) => twoPosts(year, options.yearCents)));
    const patched = accepted(
      await client.patch<Versioned>(path, anApplicationPatch(), { as, ifMatch: await versionOf(journey, path, as) }),
      `PATCH ${path}`,
    );
    accepted(
      await client.put(`${path}/financing-plan`, plan, { as, ifMatch: patched.version }),
      `PUT ${path}/financing-plan`,
    );
    accepted(
      await client.upload(`${path}/attachments`, aConcept(), { kind: 'CONCEPT' }, { as }),
      `POST ${path}/attachments`,
    );
  },

  SUBMITTED: (journey) => act(journey, 'submission', journey.signatory),
  UNDER_REVIEW: (journey) => act(journey, 'completeness', PERSONAS.caseWorker),

  async CHECKS_ANSWERED({ client, applicationId }) {
    const as = PERSONAS.caseWorker;
    const path = `/applications/${applicationId}/checks`;
    const list = accepted(
      await client.get<{ items: { code: string; version: number }[] }>(path, { as }),
      `GET ${path}`,
    );
    for (const { code, version } of list.items) {
      accepted(
        await client.put(`${path}/${code}`, { result: 'YES', note: 'Geprüft.' }, { as, ifMatch: version }),
        `PUT ${path}/${code}`,
      );
    }
  },

  REVIEWED: (journey) =>
    act(journey, 'recommendation', PERSONAS.caseWorker, {
      years: journey.options.years.map((year) => ({ year, proposedCents: journey.options.proposedCents })),
      reasons: 'Das Konzept erfüllt die Förderziele des Landesprogramms.',
    }),
  BUDGET_CONFIRMED: (journey) => act(journey, 'budget-confirmation', PERSONAS.budgetOfficer),

  async DECIDED(journey) {
    const body = { outcome: journey.options.outcome, reasons: 'Dem Vorschlag der Sachbearbeitung wird gefolgt.' };
    const path = `/applications/${journey.applicationId}/decision`;
    const decided = await post<{ awardId: string | null; noticeId: string | null }>(
      journey,
      path,
      body,
      PERSONAS.headOfUnit,
    );
    journey.awardId = decided.awardId ?? '';
    journey.noticeId = decided.noticeId ?? '';
  },

  async IN_COSIGN(journey) {
    await post(journey, `/notices/${journey.noticeId}/cosigning`, {}, PERSONAS.caseWorker);
  },

  async SIGNED(journey) {
    const path = `/notices/${journey.noticeId}`;
    const notice = accepted(
      await journey.client.get<{ documentSha256: string }>(path, { as: PERSONAS.headOfUnit }),
      `GET ${path}`,
    );
    await post(journey, `${path}/signature`, { documentSha256: notice.documentSha256 }, PERSONAS.headOfUnit);
  },

  async DISPATCHED(journey) {
    const body = { channel: journey.options.channel, date: await today(journey) };
    await post(journey, `/notices/${journey.noticeId}/dispatch`, body, PERSONAS.caseWorker);
  },

  async NOTIFIED(journey) {
    const path = `/notices/${journey.noticeId}`;
    if (journey.options.channel === 'PORTAL') await post(journey, `${path}/retrieval`, {}, journey.editor);
    const notice = await noticeOf(journey);
    if (notice.deemedNotifiedOn !== null && notice.deemedNotifiedOn > (await today(journey)))
      await moveClockTo(journey.client, notice.deemedNotifiedOn);
    if ((await noticeOf(journey)).state === 'DISPATCHED') await nudgeClock(journey.client);
  },

  async FINAL(journey) {
    await post(journey, `/notices/${journey.noticeId}/appeal-waiver`, {}, journey.signatory);
  },
};

/** Two full posts, the most that is funded, with a tenth of 120,000 € of the municipality's own money. */
function twoPosts(year: number, requestedCents: number): PlanYearBody {
  const plan = aPlanYear(year, { requestedCents });
  const total = plan.expenses.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const half = Math.floor(total / 2);
  const post = { component: 'COORDINATOR_POST', fte: 1, months: 12 };
  return {
    ...plan,
    expenses: [
      { ...post, label: 'WIR-Koordination 1', amountCents: total - half },
      { ...post, label: 'WIR-Koordination 2', amountCents: half },
    ],
  };
}

interface Notice {
  readonly state: string;
  readonly deemedNotifiedOn: string | null;
}

async function noticeOf({ client, noticeId }: Journey): Promise<Notice> {
  return accepted(
    await client.get<Notice>(`/notices/${noticeId}`, { as: PERSONAS.caseWorker }),
    `GET /notices/${noticeId}`,
  );
}

async function act(journey: Journey, name: string, as: string, body: object = {}): Promise<void> {
  await post(journey, `/applications/${journey.applicationId}/${name}`, body, as);
}
