import { Injectable } from '@nestjs/common';
import { Transactions, type Answer, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { BudgetQueries } from '../data/budget.queries';
import { BudgetLineQueries } from '../lines/budget-line.queries';
import { LedgerPosting } from '../ledger-posting';
import type { BudgetActDto, BudgetActPreviewDto, CreateBudgetActDto } from './budget-act.dto';
import { BudgetActQueries } from './budget-act.queries';
import { InsertBudgetAct } from './insert-budget-act';
import { transfersOfAct, type ActToPlan } from './planned-act';

const WITH_AWARD = `
SELECT count(DISTINCT w.application_id)::integer AS known FROM decisions.award w WHERE w.application_id = ANY ($1::uuid[]) AND w.state IN ('COMMITTED', 'FINAL')`;

const LEFT = 'SELECT year, amount_cents FROM budget.reserved_by_acts($1)';

/** A proposal books nothing; it is refused when the ledger would refuse it as things stand. */
@Injectable()
export class ProposeBudgetAct {
  constructor(
    private readonly transactions: Transactions,
    private readonly budget: BudgetQueries,
    private readonly lines: BudgetLineQueries,
    private readonly acts: BudgetActQueries,
    private readonly insertAct: InsertBudgetAct,
    private readonly ledger: LedgerPosting,
  ) {}

  execute(request: CurrentRequest, body: CreateBudgetActDto): Promise<Answer<BudgetActDto>> {
    return this.transactions.command(request, async (tx) => {
      const programmeId = await this.budget.programmeId(tx);
      const { act, mainLineId } = await this.planned(tx, programmeId, body);
      await this.ledger.preview(tx, programmeId, transfersOfAct(act, mainLineId));

      const { reason, documentReference } = body;
      const id = await this.insertAct.execute(tx, { ...act, programmeId, reason, documentReference, scenarioId: null });
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
        applicationId: line.applicationId ?? null,
      };
    });
    await this.refuseFreeingOthers(tx, lines);
    await this.refuseCasesWithoutAward(
      tx,
      lines.flatMap(({ applicationId }) => applicationId ?? []),
    );
    const { kind, consentReference = null, carryOverEndsOn = null } = body;
    return { act: { kind, consentReference, carryOverEndsOn, lines }, mainLineId: main.id, codes };
  }

  /** A reservation waits for an amended notice, and only what was granted can be amended. */
  private async refuseCasesWithoutAward(tx: ReadTx, applicationIds: readonly string[]): Promise<void> {
    const wanted = [...new Set(applicationIds)];
    if (wanted.length === 0) return;
    const found = await tx.queryOne<{ known: number }>(WITH_AWARD, [wanted]);
    if (found?.known !== wanted.length) throw new DomainError('unprocessable', 'budget-act.case-without-award');
  }

  /** An act frees what acts reserved for the case; what its budget confirmation reserved is not its business. */
  private async refuseFreeingOthers(tx: ReadTx, lines: ActToPlan['lines']): Promise<void> {
    const releases = lines.filter(({ kind }) => kind === 'RELEASE_RESERVATION');
    for (const applicationId of new Set(releases.flatMap((line) => line.applicationId ?? []))) {
      const left = await tx.query<{ year: number; amount_cents: number }>(LEFT, [applicationId]);
      const own = releases.filter((line) => line.applicationId === applicationId);
      for (const year of new Set(own.map((line) => line.year))) {
        const wanted = own.filter((line) => line.year === year).reduce((sum, { amountCents }) => sum + amountCents, 0);
        if (wanted > (left.find((row) => row.year === year)?.amount_cents ?? 0))
          throw new DomainError('conflict', 'budget-act.reservation-exceeded', { year });
      }
    }
  }
}
