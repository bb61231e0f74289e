import { continueTo, type Journey } from '@wir/shared/testing';

/** Further instalments of the journey's award, each taken to the wanted state; the journeys share the case. */
export async function moreInstalments(
  journey: Journey,
  amountsCents: readonly number[],
  wanted: 'REQUEST_CHECKED' | 'ORDERED' | 'EXPORTED',
): Promise<Journey[]> {
  const made: Journey[] = [];
  for (const instalmentCents of amountsCents) {
    const next: Journey = { ...journey, options: { ...journey.options, instalmentCents }, reached: 'BANK_CONFIRMED' };
    made.push(await continueTo(next, wanted));
  }
  return made;
}
