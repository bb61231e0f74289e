import { Injectable } from '@nestjs/common';
import { HttpProblem, SystemSession, Transactions } from '@wir/shared/api';
import { AccountMail } from '../mail/account-mail';
import { SignInAudit } from '../sign-in/sign-in-audit';
import { AccountLinks } from './account-links';
import { NewPassword } from './new-password';

/** First password or reset. The second factor stays as it is; all sign-ins of the account end; a reset is told of by mail. */
@Injectable()
export class SetPasswordByLink {
  constructor(
    private readonly links: AccountLinks,
    private readonly newPassword: NewPassword,
    private readonly mail: AccountMail,
    private readonly transactions: Transactions,
    private readonly system: SystemSession,
    private readonly audit: SignInAudit,
  ) {}

  async execute(token: string, password: string, requestId: string): Promise<void> {
    const holder = await this.links.holderOf(token);
    if (holder === null) throw linkInvalid();
    const { accountId, purpose } = holder;
    if (!(await this.links.use(token, await this.newPassword.hashOf(password, holder)))) throw linkInvalid();
    this.audit.note({ action: 'auth.link-used', outcome: 'DONE', accountId, requestId });
    if (purpose === 'RESET')
      await this.transactions.command(this.system.request('password'), (tx) =>
        this.mail.notice(tx, 'account.password-changed', accountId),
      );
  }
}

export function linkInvalid(): HttpProblem {
  return new HttpProblem(404, 'auth.link-invalid');
}
