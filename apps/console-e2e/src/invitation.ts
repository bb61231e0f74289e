import { setTimeout as pause } from 'node:timers/promises';
import type { HttpClient } from '@wir/shared/testing';

const PATIENCE_MS = 20_000;
const STEP_MS = 200;

/** The newest link mailed to this address, without its origin; mails leave with the next round of the mail job. */
export async function mailedLink(client: HttpClient, email: string): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { body } = await client.get<{ items?: { link: string | null }[] }>(`/demo/mails?to=${email}`);
    const link = body.items?.find((mail) => mail.link !== null)?.link;
    if (link) return `/zugang${new URL(link).hash}`;
    if (Date.now() > deadline) throw new Error(`No link was mailed to ${email}: ${JSON.stringify(body)}`);
    await pause(STEP_MS);
  }
}
