import { Injectable } from '@nestjs/common';
import type { ReadTx } from '@wir/shared/api';
import type { ReconciliationFindingDto } from '../budget.dto';
import reconcile from './reconcile.sql';

interface Row {
  readonly check: string;
  readonly row: string;
  readonly expected_cents: number | null;
  readonly actual_cents: number | null;
}

/** The ledger against itself and against the cases, in one statement and therefore one snapshot. */
@Injectable()
export class ReconciliationQueries {
  async findings(tx: ReadTx): Promise<ReconciliationFindingDto[]> {
    const rows = await tx.query<Row>(reconcile);
    return rows.map((row) => ({
      check: row.check,
      row: row.row,
      expectedCents: row.expected_cents,
      actualCents: row.actual_cents,
    }));
  }
}
