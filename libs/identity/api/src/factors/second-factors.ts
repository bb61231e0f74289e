import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@wir/shared/api';
import { Gate } from '../gate/gate';
import { throttled, type FactorMethod } from '../sign-in/refusals';
import { recoveryCodeHash } from './recovery-codes';
import { totpStepOf } from './totp';

export interface TypedFactor {
  readonly totp?: string | null;
  readonly recoveryCode?: string | null;
}

interface FactorsRow {
  readonly totp_secret: Buffer | null;
  readonly passkeys: number;
  readonly codes_left: number;
}

const FACTORS = 'SELECT totp_secret, passkeys, codes_left FROM identity.factors_of($1, $2)';
const BEGIN = 'SELECT guessed_at::text, wait_seconds FROM identity.begin_factor_guess($1, $2)';
const FORGIVE = 'SELECT identity.forgive_factor_guess($1, $2, $3::timestamptz)';
const USE_STEP = 'SELECT identity.use_totp_step($1, $2, $3) AS used';
const USE_CODE = 'SELECT identity.use_recovery_code($1, $2, $3) AS used';
const RESEAL = 'SELECT identity.reseal_totp($1, $2, $3, $4)';

export function totpOwner(accountId: string): string {
  return `totp:${accountId}`;
}

/** Codes that are typed. Each is good once; five wrong ones in a quarter of an hour are checked, no more. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly gate: Gate,
    private readonly cipher: FieldCipher,
  ) {}

  async methodsOf(accountId: string): Promise<FactorMethod[]> {
    const factors = await this.gate.queryOne<FactorsRow>(FACTORS, [accountId]);
    const methods: readonly (readonly [FactorMethod, boolean])[] = [
      ['TOTP', factors?.totp_secret != null],
      ['PASSKEY', (factors?.passkeys ?? 0) > 0],
      ['RECOVERY', (factors?.codes_left ?? 0) > 0],
    ];
    return methods.filter(([, exists]) => exists).map(([method]) => method);
  }

  /** Refuses with 429 when too many wrong ones came before. */
  async check(accountId: string, { totp, recoveryCode }: TypedFactor): Promise<boolean> {
    const guess = await this.gate.queryOne<{ guessed_at: string | null; wait_seconds: number }>(BEGIN, [accountId]);
    if (guess === null || guess.guessed_at === null) throw throttled(guess?.wait_seconds ?? 60);
    const isRight =
      typeof totp === 'string'
        ? await this.useTotp(accountId, totp)
        : typeof recoveryCode === 'string' && (await this.useRecoveryCode(accountId, recoveryCode));
    if (isRight) await this.gate.query(FORGIVE, [accountId, guess.guessed_at]);
    return isRight;
  }

  private async useTotp(accountId: string, code: string): Promise<boolean> {
    const factors = await this.gate.queryOne<FactorsRow>(FACTORS, [accountId]);
    const sealed = factors?.totp_secret ?? null;
    if (sealed === null) return false;
    const secret = this.cipher.open(sealed, totpOwner(accountId));
    const step = totpStepOf(secret, code, new Date());
    if (step === null || !(await this.isUsed(USE_STEP, [accountId, step]))) return false;
    if (this.cipher.isOutdated(sealed))
      await this.gate.query(RESEAL, [accountId, sealed, this.cipher.seal(secret, totpOwner(accountId))]);
    return true;
  }

  private async useRecoveryCode(accountId: string, typed: string): Promise<boolean> {
    const hash = recoveryCodeHash(accountId, typed);
    return hash !== null && this.isUsed(USE_CODE, [accountId, hash]);
  }

  private async isUsed(sql: string, values: readonly unknown[]): Promise<boolean> {
    return (await this.gate.queryOne<{ used: boolean }>(sql, values))?.used ?? false;
  }
}
