import { Injectable } from '@nestjs/common';
import { assertMayArrange, deputyProblem, isRole } from '@wir/identity/domain';
import { likePattern, windowOf, type Page, type ReadTx } from '@wir/shared/api';
import { accountNotFound, pageOfRows, type ItemRow } from '../accounts/account.queries';
import type { DelegationCandidateListDto, DelegationDto, DelegationQueryDto } from './delegation.dto';
import { colleaguesOf, partiesOf } from './parties';

const LIST = 'SELECT total, item FROM identity.find_delegations($1, $2::text[], $3, $4)';

@Injectable()
export class DelegationQueries {
  /** Those one takes part in; head of unit, administration and auditors see those of the authority, signatories those of their municipality. */
  async list(tx: ReadTx, query: DelegationQueryDto): Promise<Page<DelegationDto>> {
    const { limit, offset } = windowOf(query);
    const values = [likePattern(query.search), query.time ?? null, limit, offset];
    return pageOfRows(await tx.query<ItemRow<DelegationDto>>(LIST, values), query);
  }

  /** Who could deputise for the absent person, by the same rule that will refuse the others. */
  async candidates(tx: ReadTx, absentAccountId: string): Promise<DelegationCandidateListDto> {
    const colleagues = (await colleaguesOf(tx, absentAccountId)) ?? [];
    const [absent] = await partiesOf(tx, [absentAccountId]);
    const [self] = await partiesOf(tx, [tx.actor.accountId]);
    if (!absent || !self) throw accountNotFound();
    assertMayArrange(self, absent);
    const items = colleagues
      .filter((party) => deputyProblem(absent, party) === null)
      .filter((party) => absent.accountId === self.accountId || party.personId !== self.personId)
      .map(({ accountId, name, organisation, roles }) => ({
        id: accountId,
        name,
        organisation,
        roles: roles.filter(isRole),
      }));
    return { items };
  }
}
