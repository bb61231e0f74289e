import type { HttpClient } from './http-client';
import {
  JOURNEY_STATES,
  type Journey,
  type JourneyOptions,
  type JourneyState,
  type JourneySteps,
} from './journey-calls';
import { grantSteps } from './journey-grant';
import { paymentSteps } from './journey-payment';
import { applicantEditor, applicantSignatory } from './personas';

const STEPS: JourneySteps = { ...grantSteps, ...paymentSteps };

/** Takes a new application of the applicant from nothing to the wanted state. */
export async function driveToState(
  client: HttpClient,
  wanted: JourneyState,
  options: JourneyOptions = {},
): Promise<Journey> {
  return continueTo(startJourney(client, options), wanted);
}

export function startJourney(client: HttpClient, options: JourneyOptions = {}): Journey {
  const applicant = options.applicant ?? 'WI';
  const yearCents = options.yearCents ?? 12_000_000;
  return {
    client,
    options: {
      applicant,
      years: options.years ?? [2026, 2027, 2028, 2029, 2030],
      yearCents,
      proposedCents: options.proposedCents ?? yearCents,
      outcome: options.outcome ?? ((options.proposedCents ?? yearCents) < yearCents ? 'PARTLY_APPROVED' : 'APPROVED'),
      channel: options.channel ?? 'HANDOVER',
      iban: options.iban ?? 'DE89370400440532013000',
      instalmentCents: options.instalmentCents ?? 6_000_000,
    },
    editor: applicantEditor(applicant),
    signatory: applicantSignatory(applicant),
    reached: null,
    applicationId: '',
    caseNumber: '',
    awardId: '',
    noticeId: '',
    bankAccountId: '',
    requestId: '',
    orderId: '',
    orderNumber: '',
    paymentRunId: '',
  };
}

/** Goes on from where the journey stands; states already passed are not repeated. */
export async function continueTo(journey: Journey, wanted: JourneyState): Promise<Journey> {
  const from = journey.reached === null ? 0 : JOURNEY_STATES.indexOf(journey.reached) + 1;
  for (const state of JOURNEY_STATES.slice(from, JOURNEY_STATES.indexOf(wanted) + 1)) {
    await STEPS[state]?.(journey);
    journey.reached = state;
  }
  return journey;
}
