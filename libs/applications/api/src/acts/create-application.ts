import { randomUUID } from 'node:crypto';
import { isLate } from '@wir/applications/domain';
import { Injectable } from '@nestjs/common';
import { findFundingCall, type FundingCall } from '@wir/programme/api';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError, fiscalYearOf } from '@wir/shared/kernel';
import { applicationDto } from '../data/application-dto';
import { ApplicationRepository } from '../data/application.repository';
import type { CreateApplicationDto } from '../dto/application-content.dto';
import type { ApplicationDto } from '../dto/application.dto';

/** Begins a draft for the municipality of the acting person, with the period of the call. */
@Injectable()
export class CreateApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
  ) {}

  execute(request: CurrentRequest, { callCode, moduleCode }: CreateApplicationDto): Promise<Answer<ApplicationDto>> {
    return this.transactions.command(request, async (tx) => {
      const { applicantId } = tx.actor;
      if (applicantId === null) throw new DomainError('forbidden', 'application.role-not-allowed');
      const call = openCall(tx, await findFundingCall(tx, callCode), moduleCode);
      const application = { id: randomUUID(), callId: call.id, moduleCode, applicantId };
      // In one journey: until the commit, nobody else gets a case number.
      const [, created] = await tx.together<[void, ApplicationDto]>(() => [
        this.applications.insert(tx, application, fiscalYearOf(tx.today)),
        applicationDto(tx, application.id),
      ]);
      const { id, caseNumber, periodStart, periodEnd } = created;
      const after = { caseNumber, callCode, moduleCode, periodStart, periodEnd };
      tx.audit({
        action: 'application.created',
        objectType: 'APPLICATION',
        objectId: id,
        objectVersion: 1,
        applicantId,
        toState: 'DRAFT',
        after,
      });
      return created;
    });
  }
}

/** A late application is marked, not refused, unless the call declared its day a cut-off (Ausschlussfrist). */
function openCall(tx: Tx, call: FundingCall | null, moduleCode: string): FundingCall {
  if (call === null) throw wrongField('callCode', 'application.call-unknown');
  if (!call.moduleCodes.includes(moduleCode)) throw wrongField('moduleCode', 'application.module-not-in-call');
  if (tx.now < call.opensAt) throw new DomainError('conflict', 'application.call-not-open');
  if (call.isCutOff && isLate(tx.today, call.closesOn)) throw new DomainError('conflict', 'application.call-closed');
  return call;
}

function wrongField(path: string, code: string): DomainError {
  return new DomainError('invalid', code, { errors: [{ path, code }] });
}
