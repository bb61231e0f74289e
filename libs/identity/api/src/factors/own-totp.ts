import { Injectable } from '@nestjs/common';
import { FieldCipher, Transactions, type CurrentRequest } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { Gate } from '../gate/gate';
import { throttled, wrongSecondFactor } from '../sign-in/refusals';
import { OwnFactors } from './own-factors';
import { OwnProof } from './own-proof';
import { totpOwner } from './second-factors';
import { newTotpSecret, totpSetupOf, totpStepOf, type TotpSetup } from './totp';

const BEGIN = 'SELECT identity.begin_totp($1, $2) AS begun';
const PENDING = 'SELECT identity.pending_totp($1) AS secret';
const CONFIRM = 'SELECT identity.confirm_totp($1, $2) AS confirmed';
const REMOVE = 'SELECT identity.remove_totp($1) AS removed';
const BEGIN_GUESS = 'SELECT guessed_at::text, wait_seconds FROM identity.begin_factor_guess($1, $2)';
const FORGIVE = 'SELECT identity.forgive_factor_guess($1, $2, $3::timestamptz)';

/** The own authenticator app: begun with proof, good from its first right code on. */
@Injectable()
export class OwnTotp {
  constructor(
    private readonly transactions: Transactions,
    private readonly factors: OwnFactors,
    private readonly proof: OwnProof,
    private readonly cipher: FieldCipher,
    private readonly gate: Gate,
  ) {}

  async begin(
    request: CurrentRequest,
    currentPassword: string | null | undefined,
    address: string,
  ): Promise<TotpSetup> {
    const { accountId, email } = await this.proof.demand(request, currentPassword, address);
    const secret = newTotpSecret();
    await this.transactions.command(request, async (tx) => {
      const sealed = this.cipher.seal(secret, totpOwner(accountId));
      const row = await tx.queryOne<{ begun: boolean }>(BEGIN, [this.gate.key, sealed]);
      if (row?.begun !== true) throw new DomainError('conflict', 'auth.factor-exists-already');
    });
    return totpSetupOf(secret, email);
  }

  async confirm(request: CurrentRequest, code: string): Promise<string[] | undefined> {
    const guess = await this.beginGuess(request);
    const answer = await this.transactions.command(request, async (tx) => {
      const pending = await tx.queryOne<{ secret: Buffer | null }>(PENDING, [this.gate.key]);
      if (pending === null || pending.secret === null) throw new DomainError('conflict', 'auth.factor-not-begun');
      const secret = this.cipher.open(pending.secret, totpOwner(tx.actor.accountId));
      const step = totpStepOf(secret, code, new Date());
      if (step === null) throw wrongSecondFactor(422);
      const row = await tx.queryOne<{ confirmed: boolean }>(CONFIRM, [this.gate.key, step]);
      if (row?.confirmed !== true) throw new DomainError('conflict', 'auth.factor-not-begun');
      await tx.query(FORGIVE, [this.gate.key, tx.actor.accountId, guess]);
      await this.factors.note(tx, 'account.factor-added', 'TOTP');
      return this.factors.codesWhenNone(tx);
    });
    return answer.value ?? undefined;
  }

  async remove(request: CurrentRequest): Promise<void> {
    await this.transactions.command(request, async (tx) => {
      const row = await tx.queryOne<{ removed: boolean }>(REMOVE, [this.gate.key]);
      if (row?.removed !== true) throw new DomainError('not-found', 'auth.factor-not-found');
      await this.factors.note(tx, 'account.factor-removed', 'TOTP');
    });
  }

  private async beginGuess(request: CurrentRequest): Promise<string> {
    const accountId = await this.transactions.read(request, async ({ actor }) => actor.accountId);
    const guess = await this.gate.queryOne<{ guessed_at: string | null; wait_seconds: number }>(BEGIN_GUESS, [
      accountId,
    ]);
    if (guess === null || guess.guessed_at === null) throw throttled(guess?.wait_seconds ?? 60);
    return guess.guessed_at;
  }
}
