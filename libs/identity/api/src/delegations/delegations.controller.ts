import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  Answers,
  Current,
  CurrentRequest,
  Id,
  Refuses,
  Requires,
  StepUp,
  Transactions,
  type Answer,
  type Page,
} from '@wir/shared/api';
import { StatedReasonDto } from '../accounts/account.dto';
import { ArrangeDelegation } from './arrange-delegation';
import {
  ArrangeDelegationDto,
  CandidateQueryDto,
  DelegationCandidateListDto,
  DelegationDto,
  DelegationListDto,
  DelegationPageDto,
  DelegationQueryDto,
} from './delegation.dto';
import { DelegationQueries } from './delegation.queries';
import { RevokeDelegation } from './revoke-delegation';

@Controller()
export class DelegationsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: DelegationQueries,
    private readonly arrangeDelegation: ArrangeDelegation,
    private readonly revokeDelegation: RevokeDelegation,
  ) {}

  @Get('delegations')
  @Requires('delegation.read')
  @Answers(DelegationPageDto)
  list(@Current() request: CurrentRequest, @Query() query: DelegationQueryDto): Promise<Page<DelegationDto>> {
    return this.transactions.read(request, (tx) => this.queries.list(tx, query));
  }

  @Get('delegation-candidates')
  @Requires('delegation.arrange')
  @Answers(DelegationCandidateListDto)
  @Refuses('account.not-found', 'delegation.not-yours')
  candidates(
    @Current() request: CurrentRequest,
    @Query() query: CandidateQueryDto,
  ): Promise<DelegationCandidateListDto> {
    return this.transactions.read(request, (tx) =>
      this.queries.candidates(tx, query.absentAccountId ?? tx.actor.accountId),
    );
  }

  @Post('delegations')
  @Requires('delegation.arrange')
  @StepUp()
  @Answers(DelegationListDto, 201)
  @Refuses(
    'account.not-found',
    'delegation.not-yours',
    'delegation.to-oneself',
    'delegation.not-possible',
    'delegation.overlaps',
  )
  arrange(@Current() request: CurrentRequest, @Body() body: ArrangeDelegationDto): Promise<Answer<DelegationListDto>> {
    return this.arrangeDelegation.execute(request, body);
  }

  @Post('delegations/:id/revocation')
  @Requires('delegation.arrange')
  @Answers(DelegationDto)
  @Refuses('delegation.not-found', 'delegation.not-yours', 'delegation.over-already')
  revoke(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: StatedReasonDto,
  ): Promise<Answer<DelegationDto>> {
    return this.revokeDelegation.execute(request, id, body.reason);
  }
}
