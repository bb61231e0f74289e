import { CHECK_CODES } from '@wir/applications/domain';
import {
  continueTo,
  PERSONAS,
  startJourney,
  type HttpClient,
  type Journey,
  type JourneyState,
} from '@wir/shared/testing';
import type { TwoProcesses } from './two-processes';

/** What each of the cases asks of the year 2026. */
export const CASE_CENTS = 1_000_000;

/** Municipalities of their own, since one may have one live application only; each with one account that edits and signs. */
const APPLICANTS = `
WITH applicant AS (
  INSERT INTO programme.applicant (code, official_name, addressee_body, kind, district_key, official_key, seat_town, government_region, administrative_court, population_served)
  SELECT 'X' || n, 'Probestadt ' || n, 'Magistrat der Probestadt ' || n, 'kreisfreie_stadt', '06999', '06999' || lpad(n::text, 3, '0'), 'Probestadt', 'Kassel', 'VG Kassel', 1000
  FROM generate_series(0, $1::integer - 1) n RETURNING id, code
), person AS (
  INSERT INTO identity.person (id, name) SELECT id, 'Person ' || code FROM applicant RETURNING id
), account AS (
  INSERT INTO identity.account (id, person_id, email, password_hash, applicant_id, organisation, is_demo)
  SELECT a.id, a.id, 'antrag@' || lower(a.code) || '.wir.example', (SELECT password_hash FROM identity.account WHERE email = 'antrag@wi.wir.example'), a.id, a.code, true
  FROM applicant a RETURNING id
)
INSERT INTO identity.role_grant (account_id, role, reason)
SELECT id, unnest(ARRAY['APPLICANT_EDITOR', 'APPLICANT_FINANCE', 'APPLICANT_SIGNATORY']), 'Probe' FROM account`;

/** The review answers a dozen questions by one call each; for the race they are written at once. */
const ANSWERS = `
INSERT INTO applications.check_answer (application_id, applicant_id, check_code, result, note, answered_by_account_id)
SELECT a.id, a.applicant_id, c.code, 'YES', 'Geprüft.', (SELECT id FROM identity.account WHERE email = $2)
FROM applications.application a, unnest($1::text[]) AS c (code) WHERE a.state = 'UNDER_REVIEW'`;

/** Cases of the year 2026, taken to the wanted state by both processes side by side. */
export async function manyCases(
  { database, clients }: TwoProcesses,
  count: number,
  wanted: JourneyState,
): Promise<Journey[]> {
  await database.owner.query(APPLICANTS, [count]);
  const both = async (from: readonly (readonly Journey[])[], state: JourneyState): Promise<Journey[][]> =>
    Promise.all(from.map((lane) => inTurn(lane, state)));
  const started = clients.map((client, lane) =>
    Array.from({ length: count / 2 }, (_, index) => newCase(client, 2 * index + lane)),
  );
  const reviewing = await both(started, 'UNDER_REVIEW');
  await database.owner.query(ANSWERS, [CHECK_CODES, PERSONAS.caseWorker]);
  for (const journey of reviewing.flat()) journey.reached = 'CHECKS_ANSWERED';
  return (await both(reviewing, wanted)).flat();
}

async function inTurn(journeys: readonly Journey[], state: JourneyState): Promise<Journey[]> {
  const moved: Journey[] = [];
  for (const journey of journeys) moved.push(await continueTo(journey, state));
  return moved;
}

function newCase(client: HttpClient, index: number): Journey {
  const journey = startJourney(client, { applicant: `X${index}`, years: [2026], yearCents: CASE_CENTS });
  return { ...journey, signatory: journey.editor };
}
