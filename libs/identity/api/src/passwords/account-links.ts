import { Injectable } from '@nestjs/common';
import { Gate } from '../gate/gate';
import { opaqueToken } from '../sign-in/session-functions';

export type LinkPurpose = 'FIRST_PASSWORD' | 'RESET';

export interface MintedLink {
  /** Goes into the mail as `<origin>/zugang#<token>`, and nowhere else. */
  readonly token: string;
  readonly expiresAt: Date;
}

export interface LinkHolder {
  readonly accountId: string;
  readonly purpose: LinkPurpose;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly hasFactor: boolean;
}

interface LinkRow {
  readonly account_id: string;
  readonly purpose: LinkPurpose;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly has_factor: boolean;
}

const CREATE = 'SELECT identity.create_link($1, $2, $3, $4, $5) AS expires_at';
const OPEN = 'SELECT account_id, purpose, name, email, organisation, has_factor FROM identity.open_link($1, $2)';
const USE = 'SELECT account_id, purpose FROM identity.use_link($1, $2, $3)';

/** Links for first passwords and resets: one use, one day, stored as hash; the newest of an account is the only one. */
@Injectable()
export class AccountLinks {
  constructor(private readonly gate: Gate) {}

  /** To be called when the mail is written. Null when the account has no use for such a link (any more). */
  async mint(accountId: string, purpose: LinkPurpose, createdBy: string | null): Promise<MintedLink | null> {
    const token = opaqueToken();
    const row = await this.gate.queryOne<{ expires_at: Date | null }>(CREATE, [accountId, purpose, token, createdBy]);
    return row === null || row.expires_at === null ? null : { token, expiresAt: row.expires_at };
  }

  async holderOf(token: string): Promise<LinkHolder | null> {
    const row = await this.gate.queryOne<LinkRow>(OPEN, [token]);
    return (
      row && {
        accountId: row.account_id,
        purpose: row.purpose,
        name: row.name,
        email: row.email,
        organisation: row.organisation,
        hasFactor: row.has_factor,
      }
    );
  }

  /** Sets the password and ends all sign-ins of the account. False when another was faster or the day is over. */
  async use(token: string, passwordHash: string): Promise<boolean> {
    return (await this.gate.queryOne(USE, [token, passwordHash])) !== null;
  }
}
