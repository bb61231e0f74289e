import { Module } from '@nestjs/common';
import { PROGRAMME_PERMISSIONS } from '@wir/programme/domain';
import { registerPermissions } from '@wir/shared/api';
import { ApplicantsController } from './applicants.controller';
import { CallsController } from './calls.controller';
import { ApplicantQueries } from './data/applicant.queries';
import { FundingCallQueries } from './data/funding-call.queries';

@Module({
  controllers: [ApplicantsController, CallsController],
  providers: [ApplicantQueries, FundingCallQueries],
})
export class ProgrammeModule {}

registerPermissions(PROGRAMME_PERMISSIONS);
