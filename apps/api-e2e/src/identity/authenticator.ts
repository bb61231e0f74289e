import type { Pool } from 'pg';
import { Secret, TOTP } from 'otpauth';
import type { Browser } from './browser';

/** An authenticator app that holds one secret. */
export class AuthenticatorApp {
  constructor(private readonly secret: string) {}

  code(): string {
    return new TOTP({ secret: Secret.fromBase32(this.secret) }).generate();
  }
}

export interface Enrolled {
  readonly app: AuthenticatorApp;
  readonly recoveryCodes: readonly string[];
}

/** Sets up an authenticator app for whoever is signed in there. */
export async function enrolTotp(browser: Browser, password: string): Promise<Enrolled> {
  const begun = await browser.post<{ secret: string }>('/me/factors/totp', { currentPassword: password });
  const app = new AuthenticatorApp(begun.body.secret);
  const confirmed = await browser.post<{ recoveryCodes: string[] }>('/me/factors/totp/confirmation', {
    code: app.code(),
  });
  if (confirmed.status !== 200) throw new Error(`Not enrolled: ${JSON.stringify([begun.body, confirmed.body])}`);
  return { app, recoveryCodes: confirmed.body.recoveryCodes };
}

/** Each step is good once; tests do not wait half a minute for the next one. */
export async function forgetUsedSteps(owner: Pool): Promise<void> {
  await owner.query('UPDATE identity.totp SET last_step = 0');
}

/** Makes the second factor of all present sign-ins older than it may be. */
export async function letFactorsAge(owner: Pool): Promise<void> {
  await owner.query("UPDATE identity.session_family SET factor_at = factor_at - interval '6 minutes'");
}

export async function forgetFailures(owner: Pool): Promise<void> {
  await owner.query('DELETE FROM identity.throttle');
}
