import { Body, Controller, Get, Post } from '@nestjs/common';
import { findAdministrativeCourt } from '@wir/documents/domain';
import { Answers, Current, CurrentRequest, Id, Refuses, Requires, Transactions, WithoutKey } from '@wir/shared/api';
import { computeDeadlines, type Deadlines } from '@wir/shared/kernel';
import { LegalParameterQueries } from './data/legal-parameters.queries';
import { NoticeRepository } from './data/notice.repository';
import { DeadlinesDto, PreviewDeadlinesDto } from './dto/deadlines.dto';

/** Legal dates with their reasoning: those kept with a notice, and dry computations. */
@Controller()
export class DeadlinesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly parameters: LegalParameterQueries,
  ) {}

  @Get('notices/:id/deadlines')
  @Requires('notice.read')
  @Answers(DeadlinesDto)
  @Refuses('notice.not-found')
  ofNotice(@Current() request: CurrentRequest, @Id() id: string): Promise<DeadlinesDto> {
    return this.transactions.read(request, async (tx) => toDto(await this.notices.find(tx, id)));
  }

  @Post('deadlines/preview')
  @WithoutKey()
  @Requires('programme.read')
  @Answers(DeadlinesDto)
  @Refuses('deadline.retrieved-before-provision', 'parameter.not-in-force')
  preview(@Current() request: CurrentRequest, @Body() body: PreviewDeadlinesDto): Promise<DeadlinesDto> {
    const { channel, date, retrievedOn, noticeFaulty, waivedOn } = body;
    const court = findAdministrativeCourt(body.court ?? '')?.name ?? body.court ?? null;
    return this.transactions.read(request, async (tx) =>
      toDto(
        computeDeadlines({
          channel,
          date,
          retrievedOn,
          noticeFaulty,
          waivedOn,
          court,
          parameters: await this.parameters.forDeadlines(tx),
        }),
      ),
    );
  }
}

function toDto({
  deemedNotifiedOn,
  appealEndsOn,
  finalOn,
  reasoning,
}: Pick<Deadlines, 'deemedNotifiedOn' | 'appealEndsOn' | 'finalOn' | 'reasoning'>): DeadlinesDto {
  return {
    deemedNotifiedOn,
    appealEndsOn,
    finalOn,
    reasoning: reasoning.map(({ date, text, source }) => ({ date, text, source })),
  };
}
