import { Injectable, inject } from '@angular/core';
import { Api, API_BASE } from '@wir/shared/console';
import type { LinkHolderDto, SignInMethodsDto } from '@wir/shared/contract';
import type { PasskeyProof, PasskeyRequest } from './access-types';

/** Where nothing else is known, the strictest rule is shown and no way in is offered that may not exist. */
const PASSWORD_ONLY: SignInMethodsDto = { passkey: false, oidc: [], passwordMinLength: 15 };

/** The routes that work before anybody is signed in. */
@Injectable({ providedIn: 'root' })
export class SignInClient {
  private readonly api = inject(Api);

  async methods(): Promise<SignInMethodsDto> {
    try {
      return await this.api.auth<SignInMethodsDto>('GET', '/auth/methods');
    } catch {
      return PASSWORD_ONLY;
    }
  }

  passkeyOptions(): Promise<PasskeyRequest> {
    return this.api.auth('POST', '/auth/passkey-options', {});
  }

  signInWithPasskey(challengeId: string, response: PasskeyProof): Promise<void> {
    return this.api.auth('POST', '/auth/passkey', { challengeId, response });
  }

  oidcAddress(id: string): string {
    return `${API_BASE}/auth/oidc/${encodeURIComponent(id)}/start`;
  }

  requestReset(email: string): Promise<void> {
    return this.api.auth('POST', '/auth/password-reset', { email });
  }

  openLink(token: string): Promise<LinkHolderDto> {
    return this.api.auth('POST', '/auth/link', { token });
  }

  setPassword(token: string, password: string): Promise<void> {
    return this.api.auth('POST', '/auth/password', { token, password });
  }
}
