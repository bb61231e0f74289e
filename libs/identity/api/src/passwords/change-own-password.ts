import { Injectable } from '@nestjs/common';
import { Transactions, type CurrentRequest } from '@wir/shared/api';
import { OwnProof } from '../factors/own-proof';
import { Gate } from '../gate/gate';
import { AccountMail } from '../mail/account-mail';
import { NewPassword } from './new-password';

const CHANGE = 'SELECT identity.change_own_password($1, $2)';

/** All other sign-ins of the account end, and its holder is told by mail. */
@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly proof: OwnProof,
    private readonly newPassword: NewPassword,
    private readonly gate: Gate,
    private readonly mail: AccountMail,
  ) {}

  async execute(
    request: CurrentRequest,
    { currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string },
    address: string,
  ): Promise<void> {
    const actor = await this.transactions.read(request, async (tx) => tx.actor);
    await this.proof.demandPassword(actor, currentPassword, address);
    const { name, email, applicantName: organisation, hasFactor } = actor;
    const hash = await this.newPassword.hashOf(newPassword, { name, email, organisation, hasFactor });
    await this.transactions.command(request, async (tx) => {
      await tx.query(CHANGE, [this.gate.key, hash]);
      const { accountId } = tx.actor;
      tx.audit({ action: 'account.password-changed', objectType: 'ACCOUNT', objectId: accountId });
      await this.mail.notice(tx, 'account.password-changed', accountId);
    });
  }
}
