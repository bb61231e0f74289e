import { Controller, Get } from '@nestjs/common';
import { Answers, Current, Id, ReadsPersonalData, Refuses, Requires, type CurrentRequest } from '@wir/shared/api';
import { HistoryQueries } from './data/history.queries';
import { HistoryDto } from './dto/history.dto';

@Controller('applications/:id/history')
export class HistoryController {
  constructor(private readonly queries: HistoryQueries) {}

  @Get()
  @Requires('application.read')
  @ReadsPersonalData('APPLICATION')
  @Answers(HistoryDto)
  @Refuses('application.not-found')
  read(@Current() request: CurrentRequest, @Id() id: string): Promise<HistoryDto> {
    return this.queries.read(request, id);
  }
}
