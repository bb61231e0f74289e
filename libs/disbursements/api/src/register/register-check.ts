import { Injectable } from '@nestjs/common';
import type { ReadTx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { ExportRegister } from './export-register';
import type { RegisterContent, RegisterEntry } from './register-lines';

const UNKNOWN = `
SELECT e.id FROM unnest($1::uuid[]) AS e (id)
WHERE NOT EXISTS (SELECT 1 FROM disbursements.payment_run r WHERE r.id = e.id AND r.state IN ('EXPORTING', 'EXPORTED'))
  AND NOT EXISTS (SELECT 1 FROM disbursements.register_acknowledgement a WHERE a.run_id = e.id)`;

export interface RegisterState extends RegisterContent {
  /** Exports this database knows nothing of, in their order. */
  readonly unknown: readonly RegisterEntry[];
}

/** Whether the database is as new as the register; nothing is ordered, frozen or exported while it is not. */
@Injectable()
export class RegisterCheck {
  constructor(private readonly register: ExportRegister) {}

  async state(tx: ReadTx): Promise<RegisterState> {
    const content = await this.register.read();
    const ids = content.entries.map(({ runId }) => runId);
    const rows = ids.length === 0 ? [] : await tx.query<{ id: string }>(UNKNOWN, [ids]);
    const unknown = new Set(rows.map(({ id }) => id));
    return { ...content, unknown: content.entries.filter(({ runId }) => unknown.has(runId)) };
  }

  async assertCurrent(tx: ReadTx): Promise<void> {
    const { damagedLine, unknown } = await this.state(tx);
    if (damagedLine !== null) throw new DomainError('locked', 'payment-run.register-damaged', { line: damagedLine });
    if (unknown.length > 0)
      throw new DomainError('locked', 'payment-run.register-newer', {
        runNumbers: unknown.map(({ runNumber }) => runNumber),
      });
  }
}
