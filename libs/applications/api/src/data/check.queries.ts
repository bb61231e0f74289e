import { CHECK_CATALOGUE, type CheckResult, type CheckSubject } from '@wir/applications/domain';
import { Injectable } from '@nestjs/common';
import { Transactions, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import type { CheckDto, CheckListDto } from '../dto/check.dto';
import { findApplicationDetail, type ApplicationDetailRow } from './application-detail.queries';
import { toCallRules, toContent } from './application-mapper';

export interface CheckAnswerRow {
  readonly code: string;
  readonly result: CheckResult;
  readonly note: string;
  readonly answeredBy: string | null;
  readonly answeredAt: Date;
  readonly version: number;
}

const ANSWERS = `
SELECT k.check_code AS code, k.result, k.note, identity.name_of(k.answered_by_account_id) AS "answeredBy", k.answered_at AS "answeredAt", k.version
FROM applications.check_answer k WHERE k.application_id = $1`;

@Injectable()
export class CheckQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest, applicationId: string): Promise<CheckListDto> {
    return this.transactions.read(request, (tx) => checkListOf(tx, applicationId));
  }
}

export async function checkListOf(tx: ReadTx, applicationId: string): Promise<CheckListDto> {
  const row = await findApplicationDetail(tx, applicationId);
  return toCheckList(row, await answersOf(tx, applicationId));
}

export function answersOf(tx: ReadTx, applicationId: string): Promise<CheckAnswerRow[]> {
  return tx.query<CheckAnswerRow>(ANSWERS, [applicationId]);
}

export function toCheckList(row: ApplicationDetailRow, answers: readonly CheckAnswerRow[]): CheckListDto {
  const subject = subjectOf(row);
  const items = CHECK_CATALOGUE.map((check): CheckDto => {
    const answer = answers.find(({ code }) => code === check.code);
    return {
      code: check.code,
      group: check.group,
      question: check.question,
      source: check.source,
      automatic: check.automatic?.(subject) ?? null,
      result: answer?.result ?? null,
      note: answer?.note ?? '',
      answeredBy: answer?.answeredBy ?? null,
      answeredAt: answer?.answeredAt.toISOString() ?? null,
      version: answer?.version ?? 0,
    };
  });
  return { items, answered: items.filter(({ result }) => result !== null).length, total: items.length };
}

function subjectOf(row: ApplicationDetailRow): CheckSubject {
  const { applicantName, applicantKind, submittedOn, late } = row;
  return { content: toContent(row), call: toCallRules(row), applicantName, applicantKind, submittedOn, late };
}
