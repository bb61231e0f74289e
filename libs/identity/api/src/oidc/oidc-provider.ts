import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Settings, SettingsError, type OidcSettings } from '@wir/shared/api';
import type { Configuration } from 'openid-client';

export const OIDC_PROVIDER_ID = 'land';
const TIMEOUT_SECONDS = 5;

/** The provider of the setting, asked for its addresses and keys when the first person wants to sign in by it. */
@Injectable()
export class OidcProvider {
  private discovered: Promise<Configuration> | null = null;

  constructor(private readonly settings: Settings) {}

  isKnown(id: string): boolean {
    return this.settings.oidc !== null && id === OIDC_PROVIDER_ID;
  }

  /** A failed discovery is tried again at the next sign-in. */
  configuration(): Promise<Configuration> {
    const { oidc } = this.settings;
    if (oidc === null) throw new Error('There is no provider');
    this.discovered ??= discover(oidc).catch((error: unknown) => {
      this.discovered = null;
      throw error;
    });
    return this.discovered;
  }
}

async function discover(oidc: OidcSettings): Promise<Configuration> {
  const { allowInsecureRequests, ClientSecretBasic, discovery, None } = await import('openid-client');
  const secret = secretOf(oidc);
  const authentication = secret === undefined ? None() : ClientSecretBasic(secret);
  // Plain http is refused in production by the settings; a provider under test speaks it on the own machine.
  const execute = oidc.issuer.startsWith('http:') ? [allowInsecureRequests] : [];
  return discovery(new URL(oidc.issuer), oidc.clientId, undefined, authentication, {
    execute,
    timeout: TIMEOUT_SECONDS,
  });
}

function secretOf({ clientSecret, clientSecretFile }: OidcSettings): string | undefined {
  if (clientSecret !== undefined || clientSecretFile === undefined) return clientSecret;
  try {
    return readFileSync(clientSecretFile, 'utf8').trim();
  } catch {
    throw new SettingsError(
      `Die Datei der Einstellung WIR_OIDC_CLIENT_SECRET_FILE ist nicht lesbar: ${clientSecretFile}`,
    );
  }
}
