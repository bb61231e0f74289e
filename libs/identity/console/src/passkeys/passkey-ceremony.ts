import { DOCUMENT, Injectable, inject } from '@angular/core';
import { ApiProblem } from '@wir/shared/console';
import type { NewPasskeyProof, PasskeyCreation, PasskeyProof, PasskeyRequest } from '../data/access-types';

/** What the browser does with the person's device. The library is loaded with the first use. */
@Injectable({ providedIn: 'root' })
export class PasskeyCeremony {
  private readonly page = inject(DOCUMENT).defaultView;

  /** Browsers offer passkeys on encrypted pages and on this machine only. */
  isPossible(): boolean {
    return this.page !== null && 'PublicKeyCredential' in this.page;
  }

  async prove({ options }: PasskeyRequest): Promise<PasskeyProof> {
    const { startAuthentication } = await import('@simplewebauthn/browser');
    return startAuthentication({ optionsJSON: options }).catch(refuse);
  }

  async create({ options }: PasskeyCreation): Promise<NewPasskeyProof> {
    const { startRegistration } = await import('@simplewebauthn/browser');
    return startRegistration({ optionsJSON: options }).catch(refuse);
  }
}

/** Browsers do not tell a refusal by the person from a device that is not there: both are a cancelled attempt. */
function refuse(error: unknown): never {
  const name = error instanceof Error ? error.name : '';
  const cancelled = name === 'NotAllowedError' || name === 'AbortError';
  const code = cancelled ? 'passkey-cancelled' : name === 'InvalidStateError' ? 'passkey-known' : 'passkey-failed';
  throw new ApiProblem(422, `console.${code}`, '', '');
}
