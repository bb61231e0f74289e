import { Controller, Get, Query } from '@nestjs/common';
import { Answers, Current, Requires, type CurrentRequest } from '@wir/shared/api';
import { ApplicantPageDto, ApplicantQueryDto } from './applicant.dto';
import { ApplicantQueries } from './data/applicant.queries';

@Controller('applicants')
export class ApplicantsController {
  constructor(private readonly queries: ApplicantQueries) {}

  @Get()
  @Requires('programme.read')
  @Answers(ApplicantPageDto)
  list(@Current() request: CurrentRequest, @Query() query: ApplicantQueryDto): Promise<ApplicantPageDto> {
    return this.queries.list(request, query);
  }
}
