import type { Answer, HttpClient } from './http-client';
import { PERSONAS } from './personas';

/** The stations of the main flow (api.md, steps 1–21) in order; each is reached by the real calls of the people of the demo. */
export const JOURNEY_STATES = [
  'DRAFT', // 1
  'FILLED', // 2–4: ready to be signed and handed in
  'SUBMITTED', // 5
  'UNDER_REVIEW', // 6
  'CHECKS_ANSWERED', // 7
  'REVIEWED', // 8
  'BUDGET_CONFIRMED', // 9
  'DECIDED', // 10: award and notice exist
  'IN_COSIGN', // 11
  'SIGNED', // 12
  'DISPATCHED', // 13
  'NOTIFIED', // 14
  'FINAL', // 15
  'DECLARED', // 16: bank data proposed
  'BANK_CONFIRMED', // 16
  'REQUEST_DRAFT', // 17
  'REQUEST_SUBMITTED', // 17
  'REQUEST_CHECKED', // 18
  'ORDERED', // 19
  'EXPORTED', // 20
  'PAID', // 21
] as const;
export type JourneyState = (typeof JOURNEY_STATES)[number];

export interface JourneyOptions {
  /** `applicant_code` of one of the 33; one live application each, so every journey in a database takes another. */
  readonly applicant?: string;
  /** Years applied for; 2026 to 2030 without. */
  readonly years?: readonly number[];
  /** Requested and granted in each year. */
  readonly yearCents?: number;
  /** Less than requested makes it a partial approval. */
  readonly proposedCents?: number;
  readonly outcome?: 'APPROVED' | 'PARTLY_APPROVED' | 'REJECTED';
  /** `HANDOVER` notifies on the same day; the others need the clock to move (done through PUT /demo/clock). */
  readonly channel?: 'PORTAL' | 'POST' | 'HANDOVER';
  readonly iban?: string;
  /** Of the first instalment. */
  readonly instalmentCents?: number;
}

/** What the journey has brought about so far; ids stay empty until their step. */
export interface Journey {
  readonly client: HttpClient;
  readonly options: Required<JourneyOptions>;
  readonly editor: string;
  readonly signatory: string;
  reached: JourneyState | null;
  applicationId: string;
  caseNumber: string;
  awardId: string;
  noticeId: string;
  bankAccountId: string;
  requestId: string;
  orderId: string;
  orderNumber: string;
  paymentRunId: string;
}

export type JourneySteps = Partial<Record<JourneyState, (journey: Journey) => Promise<void>>>;

/** The body of a success; anything else stops the journey with the whole problem in the message. */
export function accepted<T>(answer: Answer<T>, step: string): T {
  if (answer.status >= 300) throw new Error(`${step}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Moves the demo clock to the morning of the day (never back); the jobs of the days in between run. */
export async function moveClockTo(client: HttpClient, day: string): Promise<void> {
  const me = accepted(await client.get<{ now: string }>('/me', { as: PERSONAS.admin }), 'GET /me');
  const wanted = new Date(`${day}T09:00:00+02:00`);
  if (new Date(me.now) >= wanted) return;
  accepted(await client.put('/demo/clock', { now: wanted.toISOString() }, { as: PERSONAS.admin }), 'PUT /demo/clock');
}

/** One second on: the jobs of the day run now instead of within a minute. */
export async function nudgeClock(client: HttpClient): Promise<void> {
  const me = accepted(await client.get<{ now: string }>('/me', { as: PERSONAS.admin }), 'GET /me');
  const wanted = new Date(new Date(me.now).getTime() + 1_000);
  accepted(await client.put('/demo/clock', { now: wanted.toISOString() }, { as: PERSONAS.admin }), 'PUT /demo/clock');
}

export async function post<T = unknown>(journey: Journey, path: string, body: object, as: string): Promise<T> {
  return accepted(await journey.client.post<T>(path, body, { as }), `POST ${path}`);
}

export async function versionOf({ client }: Journey, path: string, as: string): Promise<number> {
  return accepted(await client.get<{ version: number }>(path, { as }), `GET ${path}`).version;
}

/** The day of the demo clock in Berlin. */
export async function today({ client }: Journey): Promise<string> {
  const me = accepted(await client.get<{ now: string }>('/me', { as: PERSONAS.caseWorker }), 'GET /me');
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date(me.now));
}
