import { Injectable } from '@nestjs/common';
import { Transactions, type CurrentRequest } from '@wir/shared/api';
import { AnchorQueries } from './anchors/anchor-queries';
import type { AuditVerificationDto } from './audit.dto';

interface VerdictRow {
  readonly ok: boolean;
  readonly checked: number;
  readonly first_bad_sequence: number | null;
  readonly head: string;
  readonly fault: string | null;
  readonly erased_texts: number;
}

const VERIFY = 'SELECT ok, checked, first_bad_sequence, head, fault, erased_texts FROM audit.verify()';
/** Verification reads the whole trail; 100,000 events take a few seconds. */
const VERIFICATION_TIMEOUT = '120000';
const USUAL_TIMEOUT = '5000';

@Injectable()
export class AuditVerification {
  constructor(
    private readonly transactions: Transactions,
    private readonly anchors: AnchorQueries,
  ) {}

  verify(request: CurrentRequest): Promise<AuditVerificationDto> {
    return this.transactions.read(request, async (tx) => {
      await tx.query("SELECT set_config('statement_timeout', $1, false)", [VERIFICATION_TIMEOUT]);
      try {
        const row = await tx.queryOne<VerdictRow>(VERIFY);
        if (!row) throw new Error('The verification gave no result');
        const anchors = await this.anchors.summary(tx);
        return {
          ok: row.ok && anchors.ok,
          checked: row.checked,
          ...(row.first_bad_sequence === null ? {} : { firstBadSequence: row.first_bad_sequence }),
          ...(row.fault === null ? {} : { fault: row.fault }),
          head: row.head,
          erasedTexts: row.erased_texts,
          anchors,
        };
      } finally {
        await tx.query("SELECT set_config('statement_timeout', $1, false)", [USUAL_TIMEOUT]);
      }
    });
  }
}
