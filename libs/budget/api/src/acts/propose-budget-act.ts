import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions, type Answer, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import { DomainError, fiscalYearOf } from '@wir/shared/kernel';
import { BudgetQueries } from '../data/budget.queries';
import { BudgetLineQueries } from '../lines/budget-line.queries';
import { LedgerPosting } from '../ledger-posting';
import type { BudgetActDto, BudgetActPreviewDto, CreateBudgetActDto } from './budget-act.dto';
import { BudgetActQueries } from './budget-act.queries';
import { transfersOfAct, type ActToPlan } from './planned-act';

const INSERT = `
INSERT INTO budget.budget_act (id, programme_id, act_number, kind, reason, document_reference, consent_reference, carry_over_ends_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const INSERT_LINES = `
INSERT INTO budget.budget_act_line (act_id, line, kind, year, due_year, line_id, target_line_id, amount_cents)
SELECT $1, l.line, l.kind, l.year, l."dueYear", l."lineId", l."targetLineId", l."amountCents"
FROM jsonb_to_recordset($2::jsonb) AS l (line smallint, kind text, year integer, "dueYear" integer, "lineId" uuid, "targetLineId" uuid, "amountCents" bigint)`;

/** A proposal books nothing; it is refused when the ledger would refuse it as things stand. */
@Injectable()
export class ProposeBudgetAct {
  constructor(
    private readonly transactions: Transactions,
    private readonly budget: BudgetQueries,
    private readonly lines: BudgetLineQueries,
    private readonly acts: BudgetActQueries,
    private readonly ledger: LedgerPosting,
  ) {}

  execute(request: CurrentRequest, body: CreateBudgetActDto): Promise<Answer<BudgetActDto>> {
    return this.transactions.command(request, async (tx) => {
      const programmeId = await this.budget.programmeId(tx);
      const { act, mainLineId } = await this.planned(tx, programmeId, body);
      await this.ledger.preview(tx, programmeId, transfersOfAct(act, mainLineId));

      const id = randomUUID();
      const year = fiscalYearOf(tx.today);
      const counted = await tx.queryOne<{ value: number }>('SELECT platform.next_number($1, $2) AS value', [
        'budget.HH',
        year,
      ]);
      const actNumber = `HH-${year}-${String(counted?.value ?? 0).padStart(4, '0')}`;
      await tx.execute(INSERT, [
        id,
        programmeId,
        actNumber,
        body.kind,
        body.reason,
        body.documentReference,
        act.consentReference,
        act.carryOverEndsOn,
      ]);
      await tx.execute(INSERT_LINES, [
        id,
        JSON.stringify(act.lines.map((line, index) => ({ line: index + 1, ...line }))),
      ]);
      tx.audit({
        action: 'budget-act.proposed',
        objectType: 'BUDGET_ACT',
        objectId: id,
        objectVersion: 1,
        toState: 'PROPOSED',
        reason: body.reason,
        after: { actNumber, kind: body.kind, documentReference: body.documentReference, lines: act.lines },
      });
      return this.acts.one(tx, id);
    });
  }

  preview(request: CurrentRequest, body: CreateBudgetActDto): Promise<BudgetActPreviewDto> {
    return this.transactions.read(request, async (tx) => {
      const programmeId = await this.budget.programmeId(tx);
      const { act, mainLineId, codes } = await this.planned(tx, programmeId, body);
      const effects = await this.ledger.preview(tx, programmeId, transfersOfAct(act, mainLineId));
      return {
        effects: effects.map(({ key, beforeCents, afterCents }) => ({
          account: key.kind,
          year: key.year,
          dueYear: key.dueYear,
          lineCode: codes.get(key.lineId ?? mainLineId) ?? '',
          beforeCents,
          afterCents,
        })),
      };
    });
  }

  private async planned(
    tx: ReadTx,
    programmeId: string,
    body: CreateBudgetActDto,
  ): Promise<{ act: ActToPlan; mainLineId: string; codes: ReadonlyMap<string, string> }> {
    const known = await this.lines.all(tx, programmeId);
    const main = known.find(({ is_main }) => is_main);
    if (main === undefined) throw new DomainError('not-found', 'budget-line.not-found');
    const codes = new Map(known.map(({ id, code }) => [id, code]));
    const lines = body.lines.map((line, index) => {
      const wanted = [line.lineId ?? main.id, line.targetLineId ?? main.id];
      if (!wanted.every((id) => codes.has(id)))
        throw new DomainError('unprocessable', 'budget-line.not-found', {
          errors: [{ path: `lines[${index}].lineId`, code: 'budget-line.not-found' }],
        });
      return {
        kind: line.kind,
        year: line.year,
        dueYear: line.dueYear ?? null,
        lineId: line.lineId ?? main.id,
        targetLineId: line.targetLineId ?? null,
        amountCents: line.amountCents,
      };
    });
    const { kind, consentReference = null, carryOverEndsOn = null } = body;
    return { act: { kind, consentReference, carryOverEndsOn, lines }, mainLineId: main.id, codes };
  }
}
