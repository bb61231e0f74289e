import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@wir/shared/api';
import { fiscalYearOf } from '@wir/shared/kernel';
import type { ActToPlan } from './planned-act';

const INSERT = `
INSERT INTO budget.budget_act (id, programme_id, act_number, kind, reason, document_reference, consent_reference, carry_over_ends_on, scenario_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const INSERT_LINES = `
INSERT INTO budget.budget_act_line (act_id, line, kind, year, due_year, line_id, target_line_id, amount_cents, application_id)
SELECT $1, l.line, l.kind, l.year, l."dueYear", l."lineId", l."targetLineId", l."amountCents", l."applicationId"
FROM jsonb_to_recordset($2::jsonb) AS l (line smallint, kind text, year integer, "dueYear" integer, "lineId" uuid, "targetLineId" uuid, "amountCents" bigint,
  "applicationId" uuid)`;

export interface ActToInsert extends ActToPlan {
  readonly programmeId: string;
  readonly reason: string;
  readonly documentReference: string;
  readonly scenarioId: string | null;
}

/** A numbered proposal of the person of this session, with its trace. */
@Injectable()
export class InsertBudgetAct {
  async execute(tx: Tx, act: ActToInsert): Promise<string> {
    const id = randomUUID();
    const year = fiscalYearOf(tx.today);
    const counted = await tx.queryOne<{ value: number }>('SELECT platform.next_number($1, $2) AS value', [
      'budget.HH',
      year,
    ]);
    const actNumber = `HH-${year}-${String(counted?.value ?? 0).padStart(4, '0')}`;
    const { kind, reason, documentReference, lines, scenarioId } = act;
    await tx.execute(INSERT, [
      id,
      act.programmeId,
      actNumber,
      kind,
      reason,
      documentReference,
      act.consentReference,
      act.carryOverEndsOn,
      scenarioId,
    ]);
    await tx.execute(INSERT_LINES, [id, JSON.stringify(lines.map((line, index) => ({ line: index + 1, ...line })))]);
    tx.audit({
      action: 'budget-act.proposed',
      objectType: 'BUDGET_ACT',
      objectId: id,
      objectVersion: 1,
      toState: 'PROPOSED',
      reason,
      after: { actNumber, kind, documentReference, lines, scenarioId },
    });
    return id;
  }
}
