import { Injectable } from '@nestjs/common';
import { Transactions, type CurrentRequest } from '@wir/shared/api';
import { Gate } from '../gate/gate';
import { wrongSecondFactor } from '../sign-in/refusals';
import { SignInAudit } from '../sign-in/sign-in-audit';
import type { StepUpDto } from './passkey.dto';
import { Passkeys } from './passkeys';
import type { RelyingParty } from './relying-party';
import { SecondFactors } from './second-factors';

const SHOW = 'SELECT identity.show_factor($1)';

@Injectable()
export class StepUp {
  constructor(
    private readonly transactions: Transactions,
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
    private readonly gate: Gate,
    private readonly audit: SignInAudit,
  ) {}

  async execute(request: CurrentRequest, own: RelyingParty, body: StepUpDto): Promise<void> {
    const accountId = await this.transactions.read(request, async ({ actor }) => actor.accountId);
    if (!(await this.isShown(accountId, own, body))) {
      const { requestId } = request;
      const code = 'auth.second-factor-wrong';
      this.audit.note({ action: 'auth.step-up-refused', outcome: 'REFUSED', accountId, code, requestId });
      throw wrongSecondFactor(422);
    }
    await this.transactions.command(request, async (tx) => {
      await tx.query(SHOW, [this.gate.key]);
      tx.audit({ action: 'auth.stepped-up', objectType: 'ACCOUNT', objectId: accountId });
    });
  }

  private async isShown(accountId: string, own: RelyingParty, body: StepUpDto): Promise<boolean> {
    if (typeof body.challengeId === 'string')
      return this.passkeys.steppedUp(own, accountId, body.challengeId, body.response);
    if (typeof body.totp !== 'string' && typeof body.recoveryCode !== 'string') return false;
    return this.factors.check(accountId, body);
  }
}
