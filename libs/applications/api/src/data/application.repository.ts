import { Injectable } from '@nestjs/common';
import type { Tx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { ApplicationEntity } from './application.entity';

export type Application = Readonly<ApplicationEntity>;

export interface NewApplication {
  readonly id: string;
  readonly callId: string;
  readonly moduleCode: string;
  readonly applicantId: string;
}

/** The number of the case is gapless per programme and year: it falls back when the transaction does. */
const INSERT = `
INSERT INTO applications.application (id, programme_id, call_id, module_code, applicant_id, case_number, period_start, period_end, created_by_account_id)
SELECT $6, c.programme_id, c.id, $2, $3, p.code || '-' || $5::text || '-' || lpad(n::text, greatest(4, length(n::text)), '0'), c.period_start, c.period_end, $4
FROM programme.funding_call c JOIN programme.programme p ON p.id = c.programme_id CROSS JOIN platform.next_number('application', $5::integer) n
WHERE c.id = $1`;

@Injectable()
export class ApplicationRepository {
  /** First lock of every command on a case. What belongs to somebody else does not exist. */
  async lock(tx: Tx, id: string): Promise<Application> {
    const application = await tx.manager.findOne(ApplicationEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (application === null) throw applicationNotFound();
    return application;
  }

  async insert(tx: Tx, application: NewApplication, year: number): Promise<void> {
    const { id, callId, moduleCode, applicantId } = application;
    const inserted = await tx.execute(INSERT, [callId, moduleCode, applicantId, tx.actor.accountId, year, id]);
    if (inserted !== 1) throw new Error('The call has gone');
  }
}

export function applicationNotFound(): DomainError {
  return new DomainError('not-found', 'application.not-found');
}
