import { Injectable, inject } from '@angular/core';
import { Api } from '@wir/shared/console';
import type { FactorsDto, OwnSessionDto, TotpSetupDto } from '@wir/shared/contract';
import type { NewPasskeyProof, PasskeyCreation, PasskeyRequest, StepUpProof } from './access-types';

interface RecoveryCodes {
  readonly recoveryCodes?: readonly string[];
}

/** The own account: factors, password, sessions. */
@Injectable({ providedIn: 'root' })
export class OwnAccountClient {
  private readonly api = inject(Api);

  factors(abort?: AbortSignal): Promise<FactorsDto> {
    return this.api.get('/me/factors', {}, abort);
  }

  /** The password is asked while there is no factor; later the factor itself is. */
  startTotp(currentPassword?: string): Promise<TotpSetupDto> {
    return this.api.postSecret('/me/factors/totp', currentPassword === undefined ? {} : { currentPassword });
  }

  /** The codes are in this answer only; none when the account has some already. */
  async confirmTotp(code: string): Promise<readonly string[]> {
    const { recoveryCodes } = await this.api.postSecret<RecoveryCodes>('/me/factors/totp/confirmation', { code });
    return recoveryCodes ?? [];
  }

  removeTotp(): Promise<void> {
    return this.api.deletePlain('/me/factors/totp');
  }

  passkeyCreation(currentPassword?: string): Promise<PasskeyCreation> {
    return this.api.postSecret('/me/factors/passkey-options', currentPassword === undefined ? {} : { currentPassword });
  }

  async addPasskey(challengeId: string, name: string, response: NewPasskeyProof): Promise<readonly string[]> {
    const body = { challengeId, name, response };
    const { recoveryCodes } = await this.api.postSecret<RecoveryCodes>('/me/factors/passkeys', body);
    return recoveryCodes ?? [];
  }

  removePasskey(id: string): Promise<void> {
    return this.api.deletePlain(`/me/factors/passkeys/${id}`);
  }

  async newRecoveryCodes(): Promise<readonly string[]> {
    const { recoveryCodes } = await this.api.postSecret<RecoveryCodes>('/me/factors/recovery-codes', {});
    return recoveryCodes ?? [];
  }

  changePassword(currentPassword: string, newPassword: string): Promise<void> {
    return this.api.putPlain('/me/password', { currentPassword, newPassword });
  }

  async sessions(abort?: AbortSignal): Promise<readonly OwnSessionDto[]> {
    return (await this.api.get<{ items: OwnSessionDto[] }>('/me/sessions', {}, abort)).items;
  }

  endSession(id: string): Promise<void> {
    return this.api.deletePlain(`/me/sessions/${id}`);
  }

  endOtherSessions(): Promise<void> {
    return this.api.postSecret('/me/sessions/ending', {});
  }

  stepUpOptions(): Promise<PasskeyRequest> {
    return this.api.compute('/auth/step-up-options', {});
  }

  stepUp(proof: StepUpProof): Promise<void> {
    return this.api.compute('/auth/step-up', proof);
  }
}
