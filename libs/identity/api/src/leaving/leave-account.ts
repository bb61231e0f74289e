import { Injectable } from '@nestjs/common';
import { assertActOpen, assertAdministratorRemains, assertOtherPerson, assertSuccessor } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { lockAccount, traceAccount, type LockedAccount } from '../accounts/locked-account';
import type { LeaveDto, LeavingReportDto } from './leaving.dto';
import { LeavingQueries } from './leaving.queries';

interface HandOver {
  readonly movedCases: readonly {
    readonly id: string;
    readonly caseNumber: string;
    readonly applicantId: string;
    readonly version: number;
  }[];
  readonly movedTasks: number;
  readonly endedDelegations: number;
  readonly endedGrants: number;
  readonly hasLeft: boolean;
  readonly version: number;
}

const HAND_OVER = 'SELECT identity.hand_over($1, $2, $3, $4) AS report';

/** The leaver assistant: cases to the successor, rights and delegations end with the last day, and nothing stays without an owner. */
@Injectable()
export class LeaveAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly leaving: LeavingQueries,
  ) {}

  execute(request: CurrentRequest, id: string, body: LeaveDto): Promise<Answer<LeavingReportDto>> {
    return this.transactions.command(request, async (tx) => {
      const account = await lockAccount(tx, id);
      assertOtherPerson(tx.actor.personId, account.personId);
      assertActOpen('leave', account.state);
      assertAdministratorRemains(account.isAdministrator, account.otherAdministrators);
      await this.assertSuccessor(tx, account, body.successorAccountId);

      const { successorAccountId, lastDay, reason } = body;
      const row = await tx.queryOne<{ report: HandOver }>(HAND_OVER, [id, successorAccountId, lastDay, reason]);
      if (row === null) throw new Error('The hand-over gave no report');
      trace(tx, account, body, row.report);
      const { movedCases, movedTasks, endedDelegations, endedGrants } = row.report;
      return { movedCases: movedCases.length, movedTasks, endedDelegations, endedGrants };
    });
  }

  private async assertSuccessor(tx: Tx, account: LockedAccount, successorId: string | null): Promise<void> {
    const { cases, colleagues } = await this.leaving.facts(tx, account.accountId);
    const successor = colleagues.find(({ accountId }) => accountId === successorId);
    // Somebody who is no active colleague is judged like a stranger: he cannot take over.
    const stranger = { ...account, accountId: successorId ?? '', personId: '', isActive: false };
    assertSuccessor(account, successorId === null ? null : (successor ?? stranger), cases.length);
  }
}

function trace(tx: Tx, account: LockedAccount, body: LeaveDto, report: HandOver): void {
  const { successorAccountId, lastDay, reason } = body;
  traceAccount(tx, account.accountId, {
    action: report.hasLeft ? 'account.left' : 'account.leaving-arranged',
    objectVersion: report.version,
    fromState: account.state,
    toState: report.hasLeft ? 'LEFT' : account.state,
    reason,
    after: { successorAccountId, lastDay, ...report, movedCases: report.movedCases.map(({ id }) => id) },
  });
  for (const moved of report.movedCases)
    tx.audit({
      action: 'application.assignee-changed',
      objectType: 'APPLICATION',
      objectId: moved.id,
      objectVersion: moved.version,
      applicantId: moved.applicantId,
      reason,
      before: { assigneeAccountId: account.accountId },
      after: { assigneeAccountId: successorAccountId },
    });
}
