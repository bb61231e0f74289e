import { APPLICATION_TRANSITIONS, CHECK_CODES, type CheckResult } from '@wir/applications/domain';
import { Injectable } from '@nestjs/common';
import { assertVersion, Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError, move } from '@wir/shared/kernel';
import { ApplicationRepository, type Application } from '../data/application.repository';
import { checkListOf } from '../data/check.queries';
import type { AnswerCheckDto, CheckDto } from '../dto/check.dto';

interface StoredAnswer {
  readonly result: CheckResult;
  readonly note: string;
  readonly version: number;
}

const FIND =
  'SELECT result, note, version FROM applications.check_answer WHERE application_id = $1 AND check_code = $2';
const INSERT =
  'INSERT INTO applications.check_answer (application_id, applicant_id, check_code, result, note) VALUES ($1, $2, $3, $4, $5)';
const UPDATE = `UPDATE applications.check_answer SET result = $3, note = $4, answered_by_account_id = $5, answered_at = $6, version = version + 1
  WHERE application_id = $1 AND check_code = $2`;

/** Answers one question of the review note; each answer has a version of its own, 0 while there is none. */
@Injectable()
export class AnswerCheck {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
  ) {}

  execute(
    request: CurrentRequest,
    id: string,
    code: string,
    { result, note = '' }: AnswerCheckDto,
  ): Promise<Answer<CheckDto>> {
    return this.transactions.command(request, async (tx) => {
      if (!CHECK_CODES.includes(code)) throw unknownCheck();
      const application = await this.applications.lock(tx, id);
      move(APPLICATION_TRANSITIONS, application.state, 'answerChecks', tx.actor.roles);
      const stored = await tx.queryOne<StoredAnswer>(FIND, [id, code]);
      assertVersion(request, stored?.version ?? 0);
      await store(tx, application, code, stored, { result, note });
      const check = (await checkListOf(tx, id)).items.find((item) => item.code === code);
      if (check === undefined) throw unknownCheck();
      return check;
    });
  }
}

async function store(
  tx: Tx,
  application: Application,
  code: string,
  stored: StoredAnswer | null,
  answer: { readonly result: CheckResult; readonly note: string },
): Promise<void> {
  const { id, applicantId, version } = application;
  if (stored === null) await tx.execute(INSERT, [id, applicantId, code, answer.result, answer.note]);
  else await tx.execute(UPDATE, [id, code, answer.result, answer.note, tx.actor.accountId, tx.now]);
  const field = `checks.${code}`;
  tx.audit({
    action: 'application.check-answered',
    objectType: 'APPLICATION',
    objectId: id,
    objectVersion: version,
    applicantId,
    before: stored === null ? null : { [field]: { result: stored.result, note: stored.note } },
    after: { [field]: answer },
  });
}

function unknownCheck(): DomainError {
  return new DomainError('not-found', 'application.check-unknown');
}
