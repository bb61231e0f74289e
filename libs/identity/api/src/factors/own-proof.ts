import { Injectable } from '@nestjs/common';
import {
  factorFreshUntil,
  HttpProblem,
  STEP_UP_MINUTES,
  Transactions,
  type Actor,
  type CurrentRequest,
} from '@wir/shared/api';
import { PasswordCheck } from '../passwords/password-check';
import { stepUpRequired } from '../sign-in/refusals';

/** That it is the holder who changes factors, and not somebody at an unlocked desk. */
@Injectable()
export class OwnProof {
  constructor(
    private readonly transactions: Transactions,
    private readonly passwords: PasswordCheck,
  ) {}

  /** The second factor, shown in the last minutes; the current password as long as there is none. */
  async demand(request: CurrentRequest, currentPassword: string | null | undefined, address: string): Promise<Actor> {
    const actor = await this.transactions.read(request, async (tx) => tx.actor);
    if (!actor.hasFactor) await this.demandPassword(actor, currentPassword, address);
    else if (factorFreshUntil(actor.factorAt) === null) throw stepUpRequired(STEP_UP_MINUTES);
    return actor;
  }

  async demandPassword(actor: Actor, password: string | null | undefined, address: string): Promise<void> {
    const given = typeof password === 'string' && password !== '';
    const isRight = given && (await this.passwords.check(actor.email, password, address)).isRight;
    if (!isRight) throw new HttpProblem(422, 'auth.password-wrong');
  }
}
