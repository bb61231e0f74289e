import { APPLICATION_TRANSITIONS, periodProblems, type ApplicationAct } from '@wir/applications/domain';
import { Injectable } from '@nestjs/common';
import { findCallRules } from '@wir/programme/api';
import { assertVersion, Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError, move } from '@wir/shared/kernel';
import { applicationDto } from '../data/application-dto';
import { ApplicationRepository, type Application } from '../data/application.repository';
import { moveApplication, type ApplicationChanges } from '../data/move-application';
import type { UpdateApplicationDto } from '../dto/application-content.dto';
import type { ApplicationDto } from '../dto/application.dto';

const EDIT: ApplicationAct = 'edit';

/** Saves part of the form. Saving what is already there changes nothing, not even the version. */
@Injectable()
export class UpdateApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
  ) {}

  execute(request: CurrentRequest, id: string, input: UpdateApplicationDto): Promise<Answer<ApplicationDto>> {
    return this.transactions.command(request, async (tx) => {
      const application = await this.applications.lock(tx, id);
      assertVersion(request, application.version);
      move(APPLICATION_TRANSITIONS, application.state, EDIT, tx.actor.roles);
      const changes = changesOf(application, input);
      await refuseWrongPeriod(tx, application, changes);
      if (Object.keys(changes).length > 0)
        await moveApplication(tx, application, application.state, changes, { action: 'application.updated' });
      return applicationDto(tx, id);
    });
  }
}

function changesOf(application: Application, { declarations, ...fields }: UpdateApplicationDto): ApplicationChanges {
  const wanted: ApplicationChanges = { ...fields, ...declarations };
  const changed = Object.entries(wanted).filter(
    ([name, value]) => value !== undefined && value !== application[name as keyof ApplicationChanges],
  );
  return Object.fromEntries(changed);
}

/** A period outside the call could only have been meant otherwise; everything else may stay unfinished in a draft. */
async function refuseWrongPeriod(
  tx: Tx,
  application: Application,
  { periodStart, periodEnd }: ApplicationChanges,
): Promise<void> {
  if (periodStart === undefined && periodEnd === undefined) return;
  const period = { start: periodStart ?? application.periodStart, end: periodEnd ?? application.periodEnd };
  const call = await findCallRules(tx, application.callId, application.moduleCode);
  const errors = periodProblems(period, call.period);
  const [first] = errors;
  if (first) throw new DomainError('invalid', first.code, { errors });
}
