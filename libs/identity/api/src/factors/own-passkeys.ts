import { Injectable } from '@nestjs/common';
import { Transactions, type CurrentRequest } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { Gate } from '../gate/gate';
import type { AddedPasskeyDto, NewPasskeyDto } from './factors.dto';
import { OwnFactors } from './own-factors';
import { OwnProof } from './own-proof';
import type { PasskeyChallengeDto } from './passkey.dto';
import { Passkeys } from './passkeys';
import type { RelyingParty } from './relying-party';

const ADD = 'SELECT identity.add_passkey($1, $2, $3, $4, $5::text[], $6) AS id';
const REMOVE = 'SELECT identity.remove_passkey($1, $2) AS removed';

@Injectable()
export class OwnPasskeys {
  constructor(
    private readonly transactions: Transactions,
    private readonly factors: OwnFactors,
    private readonly proof: OwnProof,
    private readonly passkeys: Passkeys,
    private readonly gate: Gate,
  ) {}

  async options(
    request: CurrentRequest,
    own: RelyingParty,
    currentPassword: string | null | undefined,
    address: string,
  ): Promise<PasskeyChallengeDto> {
    const { accountId, name, email } = await this.proof.demand(request, currentPassword, address);
    return this.passkeys.creationOptions(own, { id: accountId, name, email }, address);
  }

  async add(request: CurrentRequest, own: RelyingParty, body: NewPasskeyDto): Promise<AddedPasskeyDto> {
    const accountId = await this.transactions.read(request, async ({ actor }) => actor.accountId);
    const created = await this.passkeys.created(own, accountId, body.challengeId, body.response);
    if (created === null) throw new DomainError('unprocessable', 'auth.passkey-refused');
    const answer = await this.transactions.command(request, async (tx) => {
      const values = [
        Buffer.from(created.id, 'base64url'),
        Buffer.from(created.publicKey),
        created.counter,
        created.transports ?? [],
        body.name,
      ];
      const row = await tx.queryOne<{ id: string }>(ADD, [this.gate.key, ...values]);
      if (row === null) throw new Error('The passkey was not stored');
      await this.factors.note(tx, 'account.factor-added', 'PASSKEY');
      const recoveryCodes = await this.factors.codesWhenNone(tx);
      return { id: row.id, ...(recoveryCodes ? { recoveryCodes } : {}) };
    });
    return answer.value;
  }

  async remove(request: CurrentRequest, id: string): Promise<void> {
    await this.transactions.command(request, async (tx) => {
      const row = await tx.queryOne<{ removed: boolean }>(REMOVE, [this.gate.key, id]);
      if (row?.removed !== true) throw new DomainError('not-found', 'auth.factor-not-found');
      await this.factors.note(tx, 'account.factor-removed', 'PASSKEY');
    });
  }
}
