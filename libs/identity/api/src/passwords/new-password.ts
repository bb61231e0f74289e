import { Injectable } from '@nestjs/common';
import { minimumPasswordLength, PASSWORD_LENGTH, passwordFault } from '@wir/identity/domain';
import { HttpProblem } from '@wir/shared/api';
import { listedPasswords } from './listed-passwords';
import { Passwords } from './passwords';

export interface PasswordHolder {
  readonly name: string;
  readonly email: string;
  readonly organisation: string | null;
  readonly hasFactor: boolean;
}

@Injectable()
export class NewPassword {
  constructor(private readonly passwords: Passwords) {}

  /** Refuses with 422 and says what is missing; else the hash to be stored. */
  async hashOf(password: string, { name, email, organisation, hasFactor }: PasswordHolder): Promise<string> {
    const listed = await listedPasswords();
    const code = passwordFault(password, {
      hasSecondFactor: hasFactor,
      personal: [name, email, organisation ?? ''],
      isListed: (word) => listed.has(word),
    });
    if (code !== null)
      throw new HttpProblem(422, code, { minLength: minimumPasswordLength(hasFactor), maxLength: PASSWORD_LENGTH.max });
    return this.passwords.hash(password);
  }
}
