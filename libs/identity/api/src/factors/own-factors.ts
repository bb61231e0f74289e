import { Injectable } from '@nestjs/common';
import { mustEnrol, Settings, Transactions, type CurrentRequest, type ReadTx, type Tx } from '@wir/shared/api';
import { Gate } from '../gate/gate';
import { AccountMail } from '../mail/account-mail';
import type { FactorsDto, PasskeyDto } from './factors.dto';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes';

type FactorChange = 'account.factor-added' | 'account.factor-removed' | 'account.recovery-codes-renewed';

interface FactorsRow {
  readonly totp_confirmed_at: Date | null;
  readonly passkeys: readonly PasskeyDto[];
  readonly codes_left: number;
}

const OWN = 'SELECT totp_confirmed_at, passkeys, codes_left FROM identity.own_factors()';
const REPLACE_CODES = 'SELECT identity.replace_recovery_codes($1, $2::bytea[])';

/** What the commands on own factors share. */
@Injectable()
export class OwnFactors {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: Settings,
    private readonly gate: Gate,
    private readonly mail: AccountMail,
  ) {}

  overview(request: CurrentRequest): Promise<FactorsDto> {
    return this.transactions.read(request, async (tx) => {
      const { totp_confirmed_at: confirmed, passkeys, codes_left: left } = await this.rowOf(tx);
      const { actor } = tx;
      return {
        demanded: mustEnrol(this.settings.secondFactor, {
          has_factor: false,
          applicant_id: actor.applicantId,
          own_roles: [...actor.ownRoles],
        }),
        totp: confirmed === null ? null : { confirmedAt: confirmed.toISOString() },
        passkeys: passkeys.map((passkey) => ({
          ...passkey,
          createdAt: new Date(passkey.createdAt).toISOString(),
          lastUsedAt: passkey.lastUsedAt === null ? null : new Date(passkey.lastUsedAt).toISOString(),
        })),
        recoveryCodesLeft: left,
      };
    });
  }

  /** Trail and notice to the holder, of every change. */
  async note(tx: Tx, action: FactorChange, kind: 'TOTP' | 'PASSKEY' | 'RECOVERY'): Promise<void> {
    const { accountId } = tx.actor;
    tx.audit({ action, objectType: 'ACCOUNT', objectId: accountId, after: { kind } });
    await this.mail.notice(tx, 'account.factor-changed', accountId);
  }

  /** With the first factor come the codes for the day it is lost. */
  async codesWhenNone(tx: Tx): Promise<string[] | undefined> {
    return (await this.rowOf(tx)).codes_left > 0 ? undefined : this.replaceCodes(tx);
  }

  async replaceCodes(tx: Tx): Promise<string[]> {
    const codes = newRecoveryCodes();
    await tx.query(REPLACE_CODES, [this.gate.key, codes.map((code) => recoveryCodeHash(tx.actor.accountId, code))]);
    return codes;
  }

  private async rowOf(tx: ReadTx): Promise<FactorsRow> {
    const row = await tx.queryOne<FactorsRow>(OWN);
    if (row === null) throw new Error('The own factors did not answer');
    return row;
  }
}
