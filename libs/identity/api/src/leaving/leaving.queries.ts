import { Injectable } from '@nestjs/common';
import { isRole, mayTakeOver, type Party } from '@wir/identity/domain';
import type { ReadTx } from '@wir/shared/api';
import { accountNotFound } from '../accounts/account.queries';
import { withIsoMoments } from '../accounts/iso-moments';
import type { DelegationDto } from '../delegations/delegation.dto';
import type { NamedParty } from '../delegations/parties';
import type { LeavingCaseDto, LeavingDto } from './leaving.dto';

export interface LeavingFacts {
  readonly leaver: Party;
  readonly cases: LeavingCaseDto[];
  readonly openTasks: number;
  readonly delegations: DelegationDto[];
  readonly colleagues: NamedParty[];
}

const FACTS = 'SELECT identity.leaving_facts($1) AS facts';

@Injectable()
export class LeavingQueries {
  async facts(tx: ReadTx, accountId: string): Promise<LeavingFacts> {
    const row = await tx.queryOne<{ facts: LeavingFacts | null }>(FACTS, [accountId]);
    if (!row?.facts) throw accountNotFound();
    return withIsoMoments(row.facts);
  }

  async overview(tx: ReadTx, accountId: string): Promise<LeavingDto> {
    const { leaver, cases, openTasks, delegations, colleagues } = await this.facts(tx, accountId);
    const candidates = colleagues
      .filter((party) => mayTakeOver(leaver, party))
      .map(({ accountId: id, name, roles }) => ({ id, name, roles: roles.filter(isRole) }));
    return { cases, openTasks, delegations, candidates };
  }
}
